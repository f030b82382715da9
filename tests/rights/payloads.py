"""A believable payload for every operation, about what the first office has.

A field whose name says enough for every operation stands in `FIELDS`, what only one operation means by it in `OWN`; any
other takes something of its type. An id must be told, and so must a whole payload that somebody signed (`WHOLE`).
"""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta
from enum import StrEnum
from types import UnionType
from typing import TYPE_CHECKING, Annotated, Any, Union, get_args, get_origin, get_type_hints

from shared import codec
from shared.rules.calendar import rfc3339, wib_date
from tests.desk import MORNING
from tests.portal.accounts import PASSWORD
from tests.rights.naskah import DRAFT_VERSION, PASSPHRASE, SUBMITTED_VERSION, said_again
from tests.rights.offices import NIP, TABLET
from tests.tables.table_desk import GUESTS, VALUES
from tests.uploads.files import pdf

if TYPE_CHECKING:
    from collections.abc import Callable

    from shared.kernel.catalogue import Declaration
    from tests.rights.offices import Belongings

SHA256 = "0" * 64
SAYS = {
    "sender": "Dinas Kesehatan",
    "number": "400.7/1/2026",
    "dated_on": str(wib_date(MORNING)),
    "received_on": str(wib_date(MORNING)),
    "hal": "Permohonan data",
}
TODAY = wib_date(MORNING)
TOMORROW = str(TODAY + timedelta(days=1))

FIELDS: dict[str, Callable[[Belongings], Any]] = {
    "absence_id": lambda it: it.absence,
    "after_letter_id": lambda it: it.letter,
    "agenda_id": lambda it: it.agenda,
    "attachment_id": lambda it: it.attachment,
    "chair_id": lambda _: "p-dewi",
    "changes": lambda _: [{"label": "Nama", "before": "Budi Santosa", "after": "Budi Santoso"}],
    "code": lambda it: it.code,
    "decision_id": lambda it: it.follow_ups.decision,
    "device_id": lambda it: it.device,
    "ends_at": lambda _: rfc3339(MORNING + timedelta(hours=3)),
    "draft_id": lambda it: it.draft,
    "guest_id": lambda it: it.guest,
    "guest_ids": lambda it: [it.invited_guest],
    "ids": lambda it: [it.dead_letter],
    "import_id": lambda it: it.checked_import,
    "invited": lambda _: ["p-aditya"],
    "job_id": lambda it: it.running_job,
    "kiosk_id": lambda _: TABLET,
    "letter_id": lambda it: it.letter,
    "login": lambda _: NIP,
    "naskah_id": lambda it: it.letters.naskah,
    "notice_ids": lambda it: [it.notice],
    "notulis_id": lambda _: "p-dewi",
    "organisation_id": lambda _: "diskominfo",
    "password": lambda _: PASSWORD,
    "person_id": lambda _: "p-aditya",
    "person_ids": lambda _: ["p-aditya"],
    "position_id": lambda _: "vacant",
    "proposal_id": lambda it: it.proposal,
    "role_id": lambda _: "unused",
    "room_id": lambda it: it.room,
    "rotation_id": lambda it: it.planned_rotation,
    "scan_id": lambda it: it.scan,
    "scan_ids": lambda it: [it.scan],
    "session_id": lambda it: it.session,
    "sha256": lambda _: SHA256,
    "short_code": lambda it: it.short_code,
    "signer_id": lambda _: "p-tini",
    "sitting_id": lambda _: "",
    "sittings": lambda _: [],
    "size": lambda _: len(pdf()),
    "starts_at": lambda _: rfc3339(MORNING + timedelta(hours=2)),
    "subjects": lambda _: [{"title": "Materi", "hours": 2}],
    "table_id": lambda _: GUESTS,
    "table_version": lambda it: it.table_version,
    "task_id": lambda it: it.task,
    "text": lambda _: "Dewi",
    "ticket": lambda it: it.ticket,
    "upload_id": lambda it: it.logo,
    "year": lambda _: TODAY.year,
    "values": lambda _: VALUES,
}

OWN: dict[str, dict[str, Callable[[Belongings], Any]]] = {
    "directory_abolish_position": {"version": lambda _: 1},
    "directory_assign_aide": {"position_id": lambda _: "post-dewi", "person_id": lambda _: "p-kirana"},
    "directory_end_aide": {
        "position_id": lambda _: "post-dewi",
        "aide_position_id": lambda _: "post-budi",
        "starts_on": lambda _: str(TODAY),
    },
    "directory_end_absence": {"person_id": lambda _: "p-aditya"},
    "directory_begin_rotation": {"name": lambda _: "mutasi.csv"},
    "directory_plan_rotation": {"rotation_id": lambda it: it.sent_rotation},
    "directory_begin_import": {"name": lambda _: "pegawai.csv"},
    "directory_check_import": {"import_id": lambda it: it.sent_import},
    "directory_dissolve_organisation": {"organisation_id": lambda _: "uptd"},
    "directory_end_appointment": {
        "position_id": lambda _: "post-aditya",
        "starts_on": lambda _: str(TODAY - timedelta(days=365)),
        "version": lambda _: 0,
    },
    "directory_apply_import": {"only_good": lambda _: True},
    "papers_insert_surat_keterangan": {
        "dated_on": lambda _: str(TODAY),
        "letter": lambda it: {
            "basis": "Keterangan yang wajar",
            **{name: FIELDS[name](it) for name in ("person_id", "signer_id", "changes")},
        },
    },
    "papers_withdraw_surat_keterangan": {"letter_id": lambda it: it.issued_letter},
    "papers_change_letterhead": {"version": lambda _: 1},
    "papers_begin_logo_upload": {"name": lambda _: "logo.png"},
    "eagenda_answer_invitation": {"kind": lambda _: "coming"},
    "eagenda_answer_guest_invitation": {"token": lambda it: it.guest_link, "kind": lambda _: "coming"},
    "eagenda_check_guest_list": {"text": lambda _: "Pak Tono; PT Lain; tono@lain.example"},
    "eagenda_find_posts": {"text": lambda _: "jabatan dewi"},
    "eagenda_invite_guests": {
        "guests": lambda _: [{"name": "Pak Tono", "institution": "PT Lain", "email": "tono@lain.example"}]
    },
    "eagenda_record_invited_guest": {"token": lambda it: it.guest_link},
    "eagenda_show_guest_invitation": {"token": lambda it: it.guest_link},
    "eagenda_check_nip_list": {"text": lambda _: NIP},
    "eagenda_find_clashes": {
        "starts_at": lambda _: rfc3339(MORNING + timedelta(minutes=40)),
        "ends_at": lambda _: rfc3339(MORNING + timedelta(minutes=50)),
    },
    "eagenda_find_invitees": {"group": lambda _: "employees", "organisation_id": lambda _: "diskominfo"},
    "eagenda_invite_people": {"invited": lambda _: ["p-budi"]},
    "eagenda_begin_upload": {"name": lambda _: "Rundown.pdf"},
    "eagenda_close_attendance": {"leave_waiting": lambda _: True},
    "eagenda_create_agenda": {"leaving_minutes": lambda _: None},
    "eagenda_edit_agenda": {
        "leaving_minutes": lambda _: None,
        "admit_guests": lambda _: True,
        "visibility": lambda _: "internal",
        "opens_at": lambda _: None,
        "closes_at": lambda _: None,
        "online_link": lambda _: "",
        "reason": lambda _: "Narasumber berhalangan",
        "room_id": lambda _: None,
        "point": lambda _: None,
    },
    "eagenda_record_distance": {
        "position": lambda _: {"latitude": -7.4722, "longitude": 112.4346, "accuracy_metres": 20}
    },
    "eagenda_create_series": {
        "title": lambda _: "Apel",
        "place": lambda _: "Halaman",
        "rule": lambda _: "FREQ=WEEKLY;COUNT=3",
    },
    "eagenda_preview_series": {"rule": lambda _: "FREQ=WEEKLY;COUNT=3", "room_id": lambda it: it.room},
    "eagenda_edit_series": {
        "agenda_id": lambda it: it.series_agenda,
        "admit_guests": lambda _: False,
        "visibility": lambda _: "internal",
        "opens_at": lambda _: None,
        "closes_at": lambda _: None,
        "online_link": lambda _: "",
        "reason": lambda _: "Narasumber berhalangan",
        "room_id": lambda _: None,
    },
    "eagenda_accept_series": {"agenda_id": lambda it: it.series_agenda},
    "eagenda_cancel_series": {"agenda_id": lambda it: it.series_agenda},
    "eagenda_show_series": {"agenda_id": lambda it: it.series_agenda},
    "eagenda_invite_to_series": {"agenda_id": lambda it: it.series_agenda, "invited": lambda _: ["p-budi"]},
    "eagenda_withdraw_from_series": {"agenda_id": lambda it: it.series_agenda},
    "eagenda_finish_upload": {"attachment_id": lambda it: it.announced},
    "eagenda_print_daftar_hadir": {"agenda_id": lambda it: it.closed},
    "eagenda_export_attendance": {"agenda_id": lambda it: it.closed},
    "eagenda_print_daftar_hadir_opd": {"agenda_id": lambda it: it.closed},
    "eagenda_export_attendance_opd": {"agenda_id": lambda it: it.closed},
    "eagenda_answer_spot_check": {"choice": lambda it: it.spot_choice},
    "eagenda_show_office_recap": {"organisation_id": lambda _: "bapenda"},
    "eagenda_list_recapped_offices": {"organisation_id": lambda _: "kabupaten"},
    "eagenda_list_recapped_people": {"organisation_id": lambda _: "bapenda"},
    "eagenda_export_recap": {"organisation_id": lambda _: "bapenda"},
    "eagenda_show_own_recap": {"first_month": lambda _: 1, "last_month": lambda _: 12},
    "eagenda_record_guest": {
        "form": lambda _: {"name": "Pak Tono", "institution": "PT Lain", "position": "Direktur", "telephone": None}
    },
    "eagenda_write_notulen": {"text": lambda _: {"discussion": "Pembahasan"}, "version": lambda _: 0},
    "eagenda_submit_notulen": {"agenda_id": lambda it: it.follow_ups.drafted},
    "eagenda_return_notulen": {"agenda_id": lambda it: it.follow_ups.submitted, "version": lambda _: 2},
    "eagenda_approve_notulen": {"agenda_id": lambda it: it.follow_ups.submitted, "version": lambda _: 2},
    "eagenda_correct_notulen": {"agenda_id": lambda it: it.follow_ups.minuted, "version": lambda _: 3},
    "eagenda_print_notulen": {"agenda_id": lambda it: it.follow_ups.minuted},
    "eagenda_show_notulen": {"agenda_id": lambda it: it.follow_ups.minuted},
    "eagenda_list_decisions": {"agenda_id": lambda it: it.follow_ups.minuted},
    "eagenda_issue_sertifikat": {"agenda_id": lambda it: it.follow_ups.certifiable},
    "eagenda_list_sertifikat": {"agenda_id": lambda it: it.follow_ups.certified},
    "eagenda_find_sertifikat": {"agenda_id": lambda it: it.follow_ups.certified},
    "eagenda_print_sertifikat": {"agenda_id": lambda it: it.follow_ups.certified, "person_id": lambda _: "p-aditya"},
    "eagenda_withdraw_sertifikat": {"agenda_id": lambda it: it.follow_ups.certified},
    "eoffice_begin_letter_scan": {"name": lambda _: "surat.pdf"},
    "eoffice_finish_letter_scan": {"scan_id": lambda it: it.letters.announced},
    "eoffice_discard_letter_scan": {"scan_id": lambda it: it.letters.scan},
    "eoffice_show_letter_scan_page": {"scan_id": lambda it: it.letters.scan},
    "eoffice_split_letter_scan": {"scan_id": lambda it: it.letters.stack, "starts": lambda _: [2]},
    "eoffice_register_surat_masuk": {
        "scan_id": lambda it: it.letters.scan,
        "says": lambda _: SAYS,
        "addressee_id": lambda _: "post-dewi",
    },
    "eoffice_correct_surat_masuk": {
        "letter_id": lambda it: it.letters.waiting,
        "says": lambda _: SAYS,
        "addressee_id": lambda _: "post-dewi",
        "version": lambda _: 1,
    },
    "eoffice_give_disposisi": {
        "letter_id": lambda it: it.letters.waiting,
        "recipient_ids": lambda _: ["vacant"],
        "phrases": lambda _: ["Tindak lanjuti"],
    },
    "eoffice_recall_disposisi": {
        "letter_id": lambda it: it.letters.handed,
        "disposisi_id": lambda it: it.letters.disposisi,
        "position_id": lambda _: "post-dewi",
    },
    **{
        f"eoffice_{name}": {"letter_id": lambda it: it.letters.waiting}
        for name in (
            "cancel_surat_masuk",
            "download_surat_masuk",
            "finish_surat_masuk",
            "print_lembar_disposisi",
            "read_surat_masuk",
            "show_disposisi_form",
            "show_surat_masuk",
            "show_surat_masuk_page",
        )
    },
    **{
        f"eoffice_{name}": {
            "letter_id": lambda it: it.letters.handed,
            "disposisi_id": lambda it: it.letters.disposisi,
        }
        for name in ("read_disposisi", "report_disposisi")
    },
    "eoffice_search_letters": {"text": lambda _: "alfa"},
    "eoffice_begin_naskah": {"kind": lambda _: "nota_dinas"},
    "eoffice_write_naskah": {
        "naskah_id": lambda it: it.letters.naskah,
        "version": lambda _: DRAFT_VERSION,
        "says": lambda _: said_again(),
    },
    "eoffice_preview_naskah": {"naskah_id": lambda it: it.letters.naskah, "says": lambda _: said_again()},
    "eoffice_sign_naskah": {
        "naskah_id": lambda it: it.letters.naskah_signable,
        "edition": lambda _: 1,
        "passphrase": lambda _: PASSPHRASE,
    },
    "portal_enrol_signing": {"passphrase": lambda _: PASSPHRASE},
    "eoffice_submit_naskah": {"naskah_id": lambda it: it.letters.naskah, "version": lambda _: DRAFT_VERSION},
    "eoffice_show_naskah_edition": {"naskah_id": lambda it: it.letters.naskah_submitted, "number": lambda _: 1},
    "eoffice_take_back_naskah": {"naskah_id": lambda it: it.letters.naskah_submitted},
    **{
        f"eoffice_{name}": {"naskah_id": lambda it: it.letters.naskah_waiting, "version": lambda _: SUBMITTED_VERSION}
        for name in ("add_checker", "approve_naskah", "return_naskah")
    },
    "portal_change_password": {"current": lambda _: PASSWORD, "new": lambda _: "empat kata acak baru"},
    "directory_show_position": {"position_id": lambda _: "post-aditya"},
    "portal_sign_in": {"password": lambda _: "bukan sandi siapa pun"},
    "portal_choose_password": {"code": lambda _: "ba-bi-bu", "password": lambda _: "empat kata acak baru"},
    "portal_send_test_mail": {"to": lambda _: "dewi@mojokertokab.example"},
    "portal_issue_account_code": {"person_id": lambda _: "p-budi"},
    "portal_finish_issuer_sign_in": {"code": lambda _: "code", "state": lambda _: "state"},
}


WHOLE: dict[str, Callable[[Belongings], Any]] = {
    "eagenda_record_kiosk_scans": lambda it: it.kiosk_scans,
    "eagenda_submit_kept_scan": lambda it: it.kept_scan,
    "portal_enrol_device": lambda it: it.enrolment,
    "portal_send_heartbeat": lambda it: it.heartbeat,
}


PLAIN: dict[Any, Any] = {str: "Keterangan yang wajar", int: 1, bool: False, date: TOMORROW}


class NoPayload(AssertionError):
    """Nobody has said what a field of an operation holds."""


def payload_of(declared: Declaration, theirs: Belongings) -> dict[str, Any]:
    """Return the payload by which an operation is called for what the first office has."""
    if declared.payload is None:
        return {}
    if declared.target in WHOLE:
        sent = WHOLE[declared.target](theirs)
        written: dict[str, Any] = codec.encode_answer(type(sent), sent)
        return written
    made = {**FIELDS, **OWN.get(declared.target, {})}
    own = OWN.get(declared.target, {})
    hints = get_type_hints(declared.payload, include_extras=True)
    filled: dict[str, Any] = {}
    for field in dataclasses.fields(declared.payload):
        if field.name in own or (field.name in made and _is_required(field)):
            filled[field.name] = made[field.name](theirs)
        elif _is_required(field):
            filled[field.name] = _of_kind(hints[field.name], f"{declared.target}: {field.name}")
    return filled


def _of_kind(kind: Any, place: str) -> Any:  # noqa: ANN401 -- any type of a payload
    """Return something of a type; an id means something of the first office, which no type tells."""
    if place.endswith(("_id", "_ids")):
        message = f"{place}: tell in {__name__} what it holds"
        raise NoPayload(message)
    if get_origin(kind) is tuple:
        return [_of_kind(get_args(kind)[0], place)]
    if get_origin(kind) in (Union, UnionType):
        return None  # a person may leave it open
    plain = get_args(kind)[0] if get_origin(kind) is Annotated else kind
    if isinstance(plain, type) and dataclasses.is_dataclass(plain):
        hints = get_type_hints(plain, include_extras=True)
        required = [field.name for field in dataclasses.fields(plain) if _is_required(field)]
        return {name: _of_kind(hints[name], f"{place}/{name}") for name in required}
    if isinstance(plain, type) and issubclass(plain, StrEnum):
        return next(iter(plain)).value
    if plain not in PLAIN:
        message = f"{place}: tell in {__name__} what {kind} holds"
        raise NoPayload(message)
    return PLAIN[plain]


def _is_required(field: dataclasses.Field[Any]) -> bool:
    return field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
