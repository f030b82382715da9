"""Issue the certificates of a bimtek or a sosialisasi to those who were present, at every sitting of it."""

from __future__ import annotations

from functions.eagenda.agendas import organised_agenda
from functions.eagenda.domain.agenda import MOST_INVITED, AgendaIsCancelled, NotOrganiser
from functions.eagenda.domain.notulen import AttendanceStillOpen
from functions.eagenda.domain.sertifikat import (
    AddressUnknown,
    KodeUnitMissing,
    NobodyPresent,
    NoSertifikatForKind,
    SignerNotHere,
    check_subjects,
    require_certifiable,
)
from functions.eagenda.issuing_sertifikat import (
    Planned,
    SertifikatToIssue,
    find_signer,
    somebody_attended_whole,
    take_in,
)
from functions.eagenda.present_counts import present_in_order
from functions.eagenda.records import ATTENDANCE
from functions.eagenda.sertifikat import RIGHT, SERTIFIKAT_ISSUES, last_sitting
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.papers import check_address
from shared.permissions import Permission
from shared.refusals import RecordMissing

_NOBODY_AT_ALL_SITTINGS = "Sertifikat untuk yang hadir pada semua sesi. Periksa daftar hadir tiap sesi."


@operation(
    permission=Permission.ORGANISE_AGENDA,
    refuses=(
        RecordMissing,
        NotOrganiser,
        AgendaIsCancelled,
        NoSertifikatForKind,
        AttendanceStillOpen,
        NobodyPresent,
        AddressUnknown,
        KodeUnitMissing,
        SignerNotHere,
    ),
    series=True,
    call=find_signer,
    complete=take_in,
)
def issue_sertifikat(asked: SertifikatToIssue, ctx: Context) -> Planned:
    """Issue the certificates of an agenda that the caller's office ran, under one number of its register."""
    agenda = organised_agenda(asked.agenda_id, ctx)
    issue = ctx.find(SERTIFIKAT_ISSUES, agenda.id, right_from=RIGHT)
    order, equal = present_in_order(agenda, last_sitting(agenda))
    present = ctx.count(ATTENDANCE, order, equal=equal, up_to=10 * MOST_INVITED, right_from=RIGHT)
    somebody = somebody_attended_whole(agenda, ctx)

    require_certifiable(agenda)
    check_subjects(asked.subjects)
    if not somebody:
        raise NobodyPresent(_NOBODY_AT_ALL_SITTINGS if agenda.sittings else "Periksa daftar hadirnya.")
    if check_address("any", ctx.ports.public_url, demo=ctx.ports.demo) is None:
        raise AddressUnknown("Sertifikat ber-QR baru terbit setelah alamat portal ditetapkan. Hubungi Diskominfo.")
    return Planned(asked, agenda.title, present, issue is not None)
