import { Loaded } from '../app/Loaded'
import { useAsk, useCommand } from '../app/queries'
import { toast } from '../app/toast'
import { Notice } from '../ui/Notice'
import css from './Accounts.module.css'
import card from '../ui/card.module.css'

/** Which roles give their rights only to who has a second step. */
export function SecondStepDemands() {
  const demands = useAsk('portal_list_second_step_demands', {})
  const demand = useCommand('portal_demand_second_step')

  function change(roleId: string, name: string, demanded: boolean) {
    demand.mutate(
      { role_id: roleId, demanded },
      {
        onSuccess: () =>
          toast(demanded ? `${name} sekarang memerlukan kode dua langkah.` : `${name} tidak lagi memerlukannya.`),
      },
    )
  }

  return (
    <section className={card.section} aria-labelledby="wajib">
      <h2 id="wajib">Peran yang memerlukan kode dua langkah</h2>
      <p>Hak peran yang dicentang hanya berlaku bagi yang sudah mengaktifkannya di Profil.</p>
      {demand.error && (
        <Notice tone="error" title={demand.error.message} live>
          {demand.error.detail && <p>{demand.error.detail}</p>}
        </Notice>
      )}
      <Loaded query={demands} rows={3}>
        {({ items }) => (
          <ul className={css.roles}>
            {items.map(({ role_id: id, name, demanded }) => (
              <li key={id}>
                <label>
                  <input
                    type="checkbox"
                    checked={demanded}
                    onChange={(event) => change(id, name, event.target.checked)}
                  />
                  <span>{name}</span>
                </label>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </section>
  )
}
