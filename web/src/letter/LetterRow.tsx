import { Link } from 'wouter'
import rowList from '../ui/row-list.module.css'
import small from '../ui/small.module.css'
import { dayAndMonth, shortDate } from '../words/format'
import css from './Letter.module.css'
import { Marks } from './Marks'
import { parts } from './matched'
import type { Found, Listed } from './words'

interface LetterRowProps {
  letter: Listed
  /** The words of it that were looked for, where it was found by some. */
  matched?: Found['matched']
}

/** A letter in a list, with the words marked by which it was found. */
export function LetterRow({ letter, matched }: LetterRowProps) {
  const { id, hal, sender, number: nomor, nomor_agenda: nomorAgenda, is_read: isRead, state } = letter
  const unread = !isRead && state === 'waiting'
  return (
    <li className={unread ? `${css.row} ${css.unread}` : css.row}>
      <h2>
        <Link href={`/surat/masuk/${id}`} className={rowList.whole}>
          {unread && <span className="visually-hidden">Belum dibaca: </span>}
          {unread && <span aria-hidden="true">● </span>}
          {hal ? <Marked text={hal} meant={matched?.hal} /> : `Surat rahasia, nomor agenda ${nomorAgenda}`}
        </Link>
      </h2>
      <p className={`${small.quiet} ${css.number} figures`}>
        <Marked text={nomorAgenda} meant={matched?.number} />
      </p>
      <p className={small.quiet}>
        {sender ? (
          <>
            <Marked text={sender} meant={matched?.sender} /> ·{' '}
            <span className="figures">
              <Marked text={nomor} meant={matched?.number} />
            </span>{' '}
            · {letter.dated_on && shortDate(letter.dated_on)} · diterima {dayAndMonth(letter.received_on)}
          </>
        ) : (
          <>Isi hanya tampil di suratnya · diterima {dayAndMonth(letter.received_on)}</>
        )}
      </p>
      {matched && matched.text.length > 0 && (
        <p className={small.quiet}>
          Isi surat: <Marked text={matched.text.join(', ')} meant={matched.text} />
        </p>
      )}
      <Marks {...letter} />
    </li>
  )
}

function Marked({ text, meant }: { text: string; meant: readonly string[] | undefined }) {
  if (!meant || meant.length === 0) return text
  return parts(text, meant).map((it, place) =>
    it.isMeant ? (
      <mark key={place} className={css.meant}>
        {it.text}
      </mark>
    ) : (
      it.text
    ),
  )
}
