import 'virtual:mantine.css'
import './mantine-styles'
import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { lazy, Suspense, useEffect } from 'react'
import { Route, Switch, useLocation } from 'wouter'
import { useScheme } from '../theme/scheme'
import { NewVersionGuard } from '../ui/NewVersionGuard'
import { Page } from '../ui/Page'
import { Loading, NotFound } from '../ui/states'
import WorkPage from '../work/WorkPage'
import { mantineTheme } from './mantine-theme'
import { ProofSheet } from './ProofSheet'
import { queryClient } from './queries'
import { Shell } from './Shell'
import { SignedInOnly } from './SignedInOnly'
import { TOAST_TIME } from './toast'

/** Each page is a file of its own, so that the first one needn't wait for the rest. */
const PAGES = {
  agendas: () => import('../agenda/AgendasPage'),
  create: () => import('../agenda/CreateAgendaPage'),
  recap: () => import('../recap/RecapPage'),
  spotCheck: () => import('../spot/SpotCheckPage'),
  agenda: () => import('../agenda/AgendaPage'),
  edit: () => import('../agenda/EditAgendaPage'),
  attendance: () => import('../agenda/AttendancePage'),
  invited: () => import('../agenda/InvitedPage'),
  notulen: () => import('../notulen/NotulenPage'),
  decisions: () => import('../notulen/DecisionsPage'),
  decision: () => import('../notulen/DecisionPage'),
  certificates: () => import('../certificate/CertificatesPage'),
  letters: () => import('../letter/LettersPage'),
  registerLetter: () => import('../letter/RegisterLetterPage'),
  incomingLetter: () => import('../letter/LetterPage'),
  correctLetter: () => import('../letter/CorrectLetterPage'),
  naskahList: () => import('../naskah/NaskahListPage'),
  newNaskah: () => import('../naskah/NewNaskahPage'),
  naskah: () => import('../naskah/NaskahPage'),
  queue: () => import('../offline/QueuePage'),
  scan: () => import('../scan/CameraPage'),
  code: () => import('../code/CodePage'),
  notices: () => import('../notices/NoticesPage'),
  profile: () => import('../profile/ProfilePage'),
  admin: () => import('../admin/AdminPage'),
  jobs: () => import('../jobs/JobsPage'),
  beginImport: () => import('../admin/BeginImportPage'),
  import: () => import('../admin/ImportPage'),
  absences: () => import('../absence/AbsencesPage'),
  rotations: () => import('../rotation/RotationsPage'),
  beginRotation: () => import('../rotation/BeginRotationPage'),
  rotation: () => import('../rotation/RotationPage'),
  tables: () => import('../tables/TablesPage'),
  table: () => import('../tables/TablePage'),
  accounts: () => import('../accounts/AccountsPage'),
  rooms: () => import('../room/RoomsPage'),
  letterheads: () => import('../papers/LetterheadsPage'),
  letterhead: () => import('../papers/LetterheadPage'),
  register: () => import('../papers/RegisterPage'),
  prepareLetter: () => import('../papers/PreparePage'),
  insertLetter: () => import('../papers/InsertPage'),
  letter: () => import('../papers/LetterPage'),
  connections: () => import('../admin/ConnectionsPage'),
  health: () => import('../admin/HealthPage'),
  directory: () => import('../directory/DirectoryPage'),
  organisation: () => import('../directory/OrganisationPage'),
  position: () => import('../directory/PositionPage'),
  person: () => import('../directory/PersonPage'),
  vacant: () => import('../directory/VacantPage'),
  roles: () => import('../rights/RolesPage'),
  role: () => import('../rights/RolePage'),
  newRole: () => import('../rights/NewRolePage'),
  whoMay: () => import('../rights/WhoMayPage'),
  rights: () => import('../rights/RightsPage'),
  right: () => import('../rights/RightPage'),
}

const AgendasPage = lazy(PAGES.agendas)
const CreateAgendaPage = lazy(PAGES.create)
const RecapPage = lazy(PAGES.recap)
const SpotCheckPage = lazy(PAGES.spotCheck)
const AgendaPage = lazy(PAGES.agenda)
const EditAgendaPage = lazy(PAGES.edit)
const AttendancePage = lazy(PAGES.attendance)
const InvitedPage = lazy(PAGES.invited)
const NotulenPage = lazy(PAGES.notulen)
const DecisionsPage = lazy(PAGES.decisions)
const DecisionPage = lazy(PAGES.decision)
const CertificatesPage = lazy(PAGES.certificates)
const LettersPage = lazy(PAGES.letters)
const RegisterLetterPage = lazy(PAGES.registerLetter)
const IncomingLetterPage = lazy(PAGES.incomingLetter)
const CorrectLetterPage = lazy(PAGES.correctLetter)
const NaskahListPage = lazy(PAGES.naskahList)
const NewNaskahPage = lazy(PAGES.newNaskah)
const NaskahPage = lazy(PAGES.naskah)
const QueuePage = lazy(PAGES.queue)
const CameraPage = lazy(PAGES.scan)
const CodePage = lazy(PAGES.code)
const NoticesPage = lazy(PAGES.notices)
const ProfilePage = lazy(PAGES.profile)
const AdminPage = lazy(PAGES.admin)
const JobsPage = lazy(PAGES.jobs)
const BeginImportPage = lazy(PAGES.beginImport)
const ImportPage = lazy(PAGES.import)
const AbsencesPage = lazy(PAGES.absences)
const RotationsPage = lazy(PAGES.rotations)
const BeginRotationPage = lazy(PAGES.beginRotation)
const RotationPage = lazy(PAGES.rotation)
const TablesPage = lazy(PAGES.tables)
const TablePage = lazy(PAGES.table)
const AccountsPage = lazy(PAGES.accounts)
const RoomsPage = lazy(PAGES.rooms)
const LetterheadsPage = lazy(PAGES.letterheads)
const LetterheadPage = lazy(PAGES.letterhead)
const RegisterPage = lazy(PAGES.register)
const PreparePage = lazy(PAGES.prepareLetter)
const InsertPage = lazy(PAGES.insertLetter)
const LetterPage = lazy(PAGES.letter)
const ConnectionsPage = lazy(PAGES.connections)
const HealthPage = lazy(PAGES.health)
const DirectoryPage = lazy(PAGES.directory)
const OrganisationPage = lazy(PAGES.organisation)
const PositionPage = lazy(PAGES.position)
const PersonPage = lazy(PAGES.person)
const VacantPage = lazy(PAGES.vacant)
const RolesPage = lazy(PAGES.roles)
const RolePage = lazy(PAGES.role)
const NewRolePage = lazy(PAGES.newRole)
const WhoMayPage = lazy(PAGES.whoMay)
const RightsPage = lazy(PAGES.rights)
const RightPage = lazy(PAGES.right)

const AFTER_THE_FIRST_PAGE = 2_000

/** Everything behind sign-in that wears the shell. */
export default function App() {
  const { scheme } = useScheme()
  const [path] = useLocation()
  useEffect(fetchAllPages, [])
  return (
    <QueryClientProvider client={queryClient}>
      <MantineProvider theme={mantineTheme} forceColorScheme={scheme} withCssVariables={false} withGlobalClasses={false}>
        <SignedInOnly>
          {(person) => (
            <Shell person={person}>
              <NewVersionGuard key={path}>
                <Suspense fallback={<Loading />}>
                  <Switch>
                    <Route path="/kerja" component={WorkPage} />
                    <Route path="/agenda" component={AgendasPage} />
                    <Route path="/agenda/baru">
                      <CreateAgendaPage person={person} />
                    </Route>
                    <Route path="/agenda/rekap" component={RecapPage} />
                    <Route path="/agenda/:id/cek-acak">{({ id }) => <SpotCheckPage agendaId={id} />}</Route>
                    <Route path="/agenda/:id">{({ id }) => <AgendaPage agendaId={id} />}</Route>
                    <Route path="/agenda/:id/ubah">{({ id }) => <EditAgendaPage key={id} agendaId={id} />}</Route>
                    <Route path="/agenda/:id/undangan">{({ id }) => <InvitedPage agendaId={id} />}</Route>
                    <Route path="/agenda/:id/sertifikat">{({ id }) => <CertificatesPage agendaId={id} />}</Route>
                    <Route path="/agenda/:id/kehadiran">{({ id }) => <AttendancePage agendaId={id} />}</Route>
                    <Route path="/agenda/:id/notulen">{({ id }) => <NotulenPage key={id} agendaId={id} />}</Route>
                    <Route path="/tindak-lanjut" component={DecisionsPage} />
                    <Route path="/tindak-lanjut/:id">{({ id }) => <DecisionPage key={id} decisionId={id} />}</Route>
                    <Route path="/surat/masuk" component={LettersPage} />
                    <Route path="/surat/masuk/baru">
                      <RegisterLetterPage person={person} />
                    </Route>
                    <Route path="/surat/masuk/:id">{({ id }) => <IncomingLetterPage key={id} letterId={id} />}</Route>
                    <Route path="/surat/baru" component={NewNaskahPage} />
                    <Route path="/surat/keluar" component={NaskahListPage} />
                    <Route path="/surat/keluar/:id">{({ id }) => <NaskahPage key={id} naskahId={id} />}</Route>
                    <Route path="/surat/masuk/:id/perbaiki">{({ id }) => <CorrectLetterPage letterId={id} />}</Route>
                    <Route path="/pindai" component={CameraPage} />
                    <Route path="/kode-saya">
                      <CodePage person={person} />
                    </Route>
                    <Route path="/antrean-kirim" component={QueuePage} />
                    <Route path="/pemberitahuan" component={NoticesPage} />
                    <Route path="/profil" component={ProfilePage} />
                    <Route path="/pekerjaan" component={JobsPage} />
                    <Route path="/direktori" component={DirectoryPage} />
                    <Route path="/direktori/lowong" component={VacantPage} />
                    <Route path="/direktori/organisasi/:id">
                      {({ id }) => <OrganisationPage key={id} organisationId={id} />}
                    </Route>
                    <Route path="/direktori/jabatan/:id">{({ id }) => <PositionPage key={id} positionId={id} />}</Route>
                    <Route path="/direktori/orang/:id">{({ id }) => <PersonPage key={id} personId={id} />}</Route>
                    <Route path="/administrasi">
                      <AdminPage person={person} />
                    </Route>
                    <Route path="/administrasi/impor" component={BeginImportPage} />
                    <Route path="/administrasi/impor/:id">{({ id }) => <ImportPage importId={id} />}</Route>
                    <Route path="/administrasi/ketidakhadiran" component={AbsencesPage} />
                    <Route path="/administrasi/mutasi" component={RotationsPage} />
                    <Route path="/administrasi/mutasi/baru" component={BeginRotationPage} />
                    <Route path="/administrasi/mutasi/:id">{({ id }) => <RotationPage rotationId={id} />}</Route>
                    <Route path="/administrasi/tabel" component={TablesPage} />
                    <Route path="/administrasi/tabel/:id">{({ id }) => <TablePage tableId={id} />}</Route>
                    <Route path="/administrasi/akun" component={AccountsPage} />
                    <Route path="/administrasi/ruang" component={RoomsPage} />
                    <Route path="/administrasi/identitas" component={LetterheadsPage} />
                    <Route path="/administrasi/identitas/:id">{({ id }) => <LetterheadPage organisationId={id} />}</Route>
                    <Route path="/administrasi/surat-keterangan" component={RegisterPage} />
                    <Route path="/administrasi/surat-keterangan/baru">{() => <PreparePage />}</Route>
                    <Route path="/administrasi/surat-keterangan/:id/sisip">
                      {({ id }) => <InsertPage letterId={id} />}
                    </Route>
                    <Route path="/administrasi/surat-keterangan/:id">{({ id }) => <LetterPage letterId={id} />}</Route>
                    <Route path="/administrasi/sambungan" component={ConnectionsPage} />
                    <Route path="/administrasi/kesehatan" component={HealthPage} />
                    <Route path="/administrasi/peran" component={RolesPage} />
                    <Route path="/administrasi/peran/baru" component={NewRolePage} />
                    <Route path="/administrasi/peran/:id">{({ id }) => <RolePage roleId={id} />}</Route>
                    <Route path="/administrasi/siapa-boleh" component={WhoMayPage} />
                    <Route path="/hak" component={RightsPage} />
                    <Route path="/hak/:permission">{({ permission }) => <RightPage permission={permission} />}</Route>
                    <Route>
                      <Page title="Halaman tidak ada">
                        <NotFound />
                      </Page>
                    </Route>
                  </Switch>
                </Suspense>
              </NewVersionGuard>
            </Shell>
          )}
        </SignedInOnly>
        <ProofSheet />
        <Notifications position="bottom-center" limit={1} autoClose={TOAST_TIME} />
      </MantineProvider>
    </QueryClientProvider>
  )
}

/** Once the first page stands, the others are brought too: they open at once, and also where the network has gone. */
function fetchAllPages() {
  const timer = setTimeout(() => {
    for (const fetchPage of Object.values(PAGES)) fetchPage().catch(() => undefined)
  }, AFTER_THE_FIRST_PAGE)
  return () => clearTimeout(timer)
}
