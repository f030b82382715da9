import { lazy, Suspense, useEffect } from 'react'
import { Redirect, Route, Switch } from 'wouter'
import { NewVersionGuard } from './ui/NewVersionGuard'

// Each is a file of its own: who signs in, scans or lights the hall's screen doesn't load the desk's component library.
const SignInPage = lazy(() => import('./signin/SignInPage'))
const ReturnPage = lazy(() => import('./signin/ReturnPage'))
const ProvePage = lazy(() => import('./signin/ProvePage'))
const StartPage = lazy(() => import('./signin/StartPage'))
const ChoosePasswordPage = lazy(() => import('./signin/ChoosePasswordPage'))
const ScanPage = lazy(() => import('./scan/ScanPage'))
const InvitationPage = lazy(() => import('./guest/InvitationPage'))
const HallPage = lazy(() => import('./hall/HallPage'))
const KioskPage = lazy(() => import('./kiosk/KioskPage'))
const App = lazy(() => import('./app/App'))

const AFTER_THE_FIRST_PAGE = 2_000

export function Root() {
  useEffect(beginBackgroundWork, [])
  return (
    <NewVersionGuard>
      <Suspense fallback={null}>
        <Switch>
          <Route path="/">
            <Redirect to="/kerja" replace />
          </Route>
          <Route path="/masuk" component={SignInPage} />
          <Route path="/masuk/kembali" component={ReturnPage} />
          <Route path="/masuk/buktikan">{() => <ProvePage />}</Route>
          <Route path="/mulai" component={StartPage} />
          <Route path="/kata-sandi" component={ChoosePasswordPage} />
          <Route path="/h/:id">{({ id }) => <ScanPage agendaId={id} />}</Route>
          <Route path="/tamu" component={InvitationPage} />
          <Route path="/agenda/:id/layar">{({ id }) => <HallPage agendaId={id} />}</Route>
          <Route path="/agenda/:id/kios">{({ id }) => <KioskPage key={id} agendaId={id} />}</Route>
          <Route component={App} />
        </Switch>
      </Suspense>
    </NewVersionGuard>
  )
}

/** Nothing of it is needed to see the first page, so it takes nothing from it. */
function beginBackgroundWork() {
  const begin = () => void import('./offline/background').then((it) => it.workInTheBackground(), () => undefined)
  const timer = setTimeout(begin, AFTER_THE_FIRST_PAGE)
  return () => clearTimeout(timer)
}
