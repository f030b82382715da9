"""What a person may be allowed to do. Code declares permissions; roles, which are data, give them to positions."""

from enum import StrEnum


class Permission(StrEnum):
    """One right, named ``<system>.<deed>``."""

    ATTEND = "agenda.attend"
    ORGANISE_AGENDA = "agenda.organise"
    READ_LEADERSHIP = "agenda.leadership"  # what Bupati, Wakil Bupati and Sekretaris Daerah attend
    ANSWER_FOR_LEADERS = "agenda.answer-for-leaders"  # whether they come, or who comes in their place
    READ_RECAPS = "agenda.recaps"  # who attended how much, of all offices
    READ_DIRECTORY = "directory.read"
    MANAGE_DIRECTORY = "directory.manage"  # offices, people and posts of the whole regency
    MANAGE_OFFICE = "directory.manage-office"  # those of one's own organisation and what is below it
    READ_TABLES = "tables.read"  # regulated numbers and lists, with who changed them
    PROPOSE_TABLES = "tables.propose"
    APPROVE_TABLES = "tables.approve"  # what somebody else proposed
    MANAGE_ROLES = "directory.manage-roles"  # what each role allows, in the whole regency
    REGISTER_LETTERS = "letters.register"  # the book of letters that come in to one's own office
    WATCH_SYSTEM = "system.watch"  # whether it all works, and to set going again what stopped


# Reach beyond one office: who manages only an office gives posts with these to nobody, nor takes them away.
OF_THE_REGENCY = frozenset(
    {
        Permission.READ_LEADERSHIP,
        Permission.ANSWER_FOR_LEADERS,
        Permission.READ_RECAPS,
        Permission.MANAGE_DIRECTORY,
        Permission.MANAGE_ROLES,
        Permission.READ_TABLES,
        Permission.PROPOSE_TABLES,
        Permission.APPROVE_TABLES,
        Permission.WATCH_SYSTEM,
    }
)


class Openness(StrEnum):
    """Who may call without a permission; each is chosen explicitly, there is no default."""

    PUBLIC = "public"  # anybody, signed in or not
    SIGNED_IN = "signed-in"  # any person about their own affairs
    HALL_DISPLAY = "hall-display"  # the screen of one meeting, by its display token
    KIOSK = "kiosk"  # what takes down who comes to one meeting, by its kiosk token


PUBLIC = Openness.PUBLIC
SIGNED_IN = Openness.SIGNED_IN
HALL_DISPLAY = Openness.HALL_DISPLAY
KIOSK = Openness.KIOSK
