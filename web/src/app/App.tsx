import 'virtual:mantine.css'
import './mantine-styles'
import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { Route, Switch } from 'wouter'
import { theme } from '../theme/mantine.ts'
import { useScheme } from '../theme/scheme'
import { Page } from '../ui/Page'
import { Loading, NotFound } from '../ui/states'
import WorkPage from '../work/WorkPage'
import { queryClient } from './queries'
import { Shell } from './Shell'
import { SignedInOnly } from './SignedInOnly'
import { TOAST_TIME } from './toast'

const AgendasPage = lazy(() => import('../agenda/AgendasPage'))
const CreateAgendaPage = lazy(() => import('../agenda/CreateAgendaPage'))
const AgendaPage = lazy(() => import('../agenda/AgendaPage'))
const AttendancePage = lazy(() => import('../agenda/AttendancePage'))
const TypeCodePage = lazy(() => import('../scan/TypeCodePage'))
const ProfilePage = lazy(() => import('../profile/ProfilePage'))

/** Everything behind sign-in that wears the shell. */
export default function App() {
  const { scheme } = useScheme()
  return (
    <QueryClientProvider client={queryClient}>
      <MantineProvider theme={theme} forceColorScheme={scheme} withCssVariables={false} withGlobalClasses={false}>
        <SignedInOnly>
          {(person) => (
            <Shell person={person}>
              <Suspense fallback={<Loading />}>
                <Switch>
                  <Route path="/kerja" component={WorkPage} />
                  <Route path="/agenda" component={AgendasPage} />
                  <Route path="/agenda/baru">
                    <CreateAgendaPage person={person} />
                  </Route>
                  <Route path="/agenda/:id">{({ id }) => <AgendaPage agendaId={id} />}</Route>
                  <Route path="/agenda/:id/kehadiran">{({ id }) => <AttendancePage agendaId={id} />}</Route>
                  <Route path="/pindai" component={TypeCodePage} />
                  <Route path="/profil" component={ProfilePage} />
                  <Route>
                    <Page title="Halaman tidak ada">
                      <NotFound />
                    </Page>
                  </Route>
                </Switch>
              </Suspense>
            </Shell>
          )}
        </SignedInOnly>
        <Notifications position="bottom-center" limit={1} autoClose={TOAST_TIME} />
      </MantineProvider>
    </QueryClientProvider>
  )
}
