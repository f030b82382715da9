import { Button } from '../ui/Button'
import { Icon } from '../ui/Icon'
import css from './bars.module.css'
import { takeUp, useNewVersion } from './new-version'

/** *Versi baru siap*: the page stays as it is until the person presses. */
export function NewVersionBar() {
  const ready = useNewVersion()
  return (
    <div role="status">
      {ready && (
        <div className={css.bar}>
          <p>
            <Icon name="info" /> Versi baru siap.
          </p>
          <Button icon="retry" onClick={() => void takeUp()}>
            Muat ulang
          </Button>
        </div>
      )}
    </div>
  )
}
