/** Written by `vite.config.ts` from the tokens. */
declare module 'virtual:*.css'
