import { Component, lazy, type ReactNode, Suspense } from 'react'
import { Redirect, Route, Switch } from 'wouter'
import { Notice } from './ui/Notice'
import { Button } from './ui/Button'

// Each is a file of its own: who signs in, scans or lights the hall's screen doesn't load the desk's component library.
const SignInPage = lazy(() => import('./signin/SignInPage'))
const ScanPage = lazy(() => import('./scan/ScanPage'))
const HallPage = lazy(() => import('./hall/HallPage'))
const App = lazy(() => import('./app/App'))

export function Root() {
  return (
    <NewVersionGuard>
      <Suspense fallback={null}>
        <Switch>
          <Route path="/">
            <Redirect to="/kerja" replace />
          </Route>
          <Route path="/masuk" component={SignInPage} />
          <Route path="/h/:id">{({ id }) => <ScanPage agendaId={id} />}</Route>
          <Route path="/agenda/:id/layar">{({ id }) => <HallPage agendaId={id} />}</Route>
          <Route component={App} />
        </Switch>
      </Suspense>
    </NewVersionGuard>
  )
}

/** A page that can't be loaded is most often one of an older version than the server's. */
class NewVersionGuard extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError() {
    return { broken: true }
  }

  override render() {
    if (!this.state.broken) return this.props.children
    return (
      <main className="standing-alone">
        <h1>Halaman tidak dapat dibuka</h1>
        <Notice tone="warning" title="Mungkin versi baru sudah siap, atau jaringan terputus.">
          <Button icon="retry" onClick={() => location.reload()}>
            Muat ulang
          </Button>
        </Notice>
      </main>
    )
  }
}
