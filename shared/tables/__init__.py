"""Tables: numbers and lists set by a regulation or a policy, as dated rows that two people change together.

Code declares a table (`table.Table`) and brings its first rows as CSV; what an office approves later is laid over them
(`rows`). The system ``functions/tables`` is how people see, propose and approve rows.
"""
