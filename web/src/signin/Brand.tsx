import css from './Brand.module.css'

/** Stands in for the regency's arms until it uploads them: those are never drawn or fetched. */
export function Brand() {
  return (
    <p className={css.brand}>
      <span className={css.mark} aria-hidden="true">
        KM
      </span>
      <span className={css.words}>
        <span className={css.owner}>Pemerintah Kabupaten Mojokerto</span>
        <span className={css.name}>Trowulan</span>
      </span>
    </p>
  )
}
