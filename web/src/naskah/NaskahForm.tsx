import { useState } from 'react'
import { PersonField } from '../directory/PersonField'
import { KlasifikasiField } from '../letter/KlasifikasiField'
import { SIFAT, URGENSI } from '../letter/words'
import { RichText } from '../rich/RichText'
import type { Block } from '../rich/blocks'
import { IconButton } from '../ui/Button'
import { SelectField, TextArea, TextField } from '../ui/Field'
import { Destinations } from './Destinations'
import css from './Naskah.module.css'
import { blocksOf, type Naskah, type Says } from './words'

interface NaskahFormProps {
  naskah: Naskah
  says: Says
  onChange: (part: Partial<Says>) => void
  fault: (pointer: string) => string | undefined
  /** While it is checked the text may be mended, and nothing else. */
  textAlone?: boolean
}

/** What is typed of a naskah, in the order in which the paper says it. */
export function NaskahForm({ naskah, says, onChange, fault, textAlone = false }: NaskahFormProps) {
  const { form } = naskah
  return (
    <>
      <section className={css.part} aria-labelledby="tujuan-naskah">
        <h2 id="tujuan-naskah">{form.has_address ? 'Tujuan' : 'Pokok naskah'}</h2>
        {form.has_address && (
          <Destinations
            label="Kepada"
            withPlace
            value={says.destinations}
            error={fault('/says/destinations')}
            onChange={(destinations) => onChange({ destinations })}
          />
        )}
        <TextArea label={form.about} rows={2} maxLength={300} value={says.hal} error={fault('/says/hal')} onChange={(hal) => onChange({ hal })} />
        <div className={css.two}>
          {!textAlone && (
            <SelectField
              label="Sifat"
              value={says.sifat}
              onChange={(sifat) => onChange({ sifat: sifat as Says['sifat'] })}
              options={Object.entries(SIFAT)}
            />
          )}
          <SelectField
            label="Urgensi"
            value={says.urgensi}
            onChange={(urgensi) => onChange({ urgensi: urgensi as Says['urgensi'] })}
            options={Object.entries(URGENSI)}
          />
        </div>
        <KlasifikasiField
          needed
          hint="Nomor naskah disusun dengannya. Cari menurut kode atau kata."
          value={says.klasifikasi}
          error={fault('/says/klasifikasi')}
          onChange={(klasifikasi) => onChange({ klasifikasi })}
        />
      </section>
      <section className={css.part} aria-labelledby="isi-naskah">
        <h2 id="isi-naskah">Isi</h2>
        {form.has_people && <People naskah={naskah} says={says} onChange={onChange} error={fault('/says/person_ids')} />}
        {form.sections.map(({ name, label, is_needed: isNeeded }, place) => (
          <RichText
            key={name}
            label={isNeeded ? label : `${label} (opsional)`}
            {...(place === 0 && { hint: 'Boleh ditempel dari Word. Ketik 1. lalu spasi untuk nomor, [nama] untuk isian.' })}
            value={blocksOf(says, place)}
            error={fault(`/says/sections/${place}/blocks`)}
            onChange={(blocks) => onChange({ sections: says.sections.map((it, index) => (index === place ? { ...it, blocks } : it)) })}
          />
        ))}
        {form.has_parties && (
          <div className={css.two}>
            <TextField
              label="Pihak lain yang menandatangani"
              maxLength={200}
              value={says.party.name}
              error={fault('/says/party')}
              onChange={(name) => onChange({ party: { ...says.party, name } })}
            />
            <TextField label="Jabatannya" maxLength={200} value={says.party.title} onChange={(title) => onChange({ party: { ...says.party, title } })} />
          </div>
        )}
        <Destinations label="Tembusan" value={says.copies} error={fault('/says/copies')} onChange={(copies) => onChange({ copies })} />
      </section>
      <section className={css.part} aria-labelledby="lampiran-naskah">
        <h2 id="lampiran-naskah">Lampiran</h2>
        <TextField
          label="Lampiran"
          optional
          hint="Misalnya: 1 (satu) berkas"
          maxLength={100}
          value={says.enclosure}
          error={fault('/says/enclosure')}
          onChange={(enclosure) => onChange({ enclosure })}
        />
        <details open={says.attachment.length > 0}>
          <summary>Isi lampiran pada lembar tersendiri</summary>
          <RichText
            label="Isi lampiran"
            value={says.attachment as Block[]}
            error={fault('/says/attachment')}
            onChange={(attachment) => onChange({ attachment })}
          />
        </details>
      </section>
    </>
  )
}

interface PeopleProps {
  naskah: Naskah
  says: Says
  onChange: (part: Partial<Says>) => void
  error: string | undefined
}

/** Those whom it sends; the paper puts the highest first by itself. */
function People({ naskah, says, onChange, error }: PeopleProps) {
  const [names, setNames] = useState(() => new Map(naskah.people.map((it) => [it.person_id, it.name])))
  return (
    <div className={css.rows}>
      {says.person_ids.length > 0 && (
        <ul className={css.rows} aria-label="Yang ditugasi">
          {says.person_ids.map((id) => (
            <li key={id} className={css.line}>
              <span>{names.get(id) ?? 'Pegawai'}</span>
              <IconButton
                icon="remove"
                label={`Hapus ${names.get(id) ?? 'pegawai'}`}
                onClick={() => onChange({ person_ids: says.person_ids.filter((other) => other !== id) })}
              />
            </li>
          ))}
        </ul>
      )}
      <PersonField
        key={says.person_ids.length}
        label="Yang ditugasi"
        chosen={null}
        error={error}
        onChoose={(person) => {
          if (!person || says.person_ids.includes(person.person_id)) return
          setNames(new Map(names).set(person.person_id, person.name))
          onChange({ person_ids: [...says.person_ids, person.person_id] })
        }}
      />
    </div>
  )
}
