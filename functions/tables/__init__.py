"""Tabel: numbers and lists that a regulation or a policy sets, changed by two people and from a day on.

For the administrators of the regency. Every system reads its rules' numbers from tables (`shared/tables`); here people
see which row holds, held and will hold, on which basis. A change is proposed by one person and approved by another,
begins on a later day, and can be withdrawn until then. Nothing is written over: what held on a past day stays.
"""
