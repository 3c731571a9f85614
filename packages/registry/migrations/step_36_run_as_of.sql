-- The day as of which a run was asked for, at its end: later visits, results and drugs are not in it. Without one it has all that the charts held.
alter table work.run add column as_of date;
grant insert (as_of) on work.run to osteon_member;
