-- A pseudonym as people confuse it: as chart.key_skeleton, and without the zeros before a number, so that DD-1 asks about DD-001.
create function chart.child_skeleton(key text) returns text
  language sql immutable set search_path = ''
  return regexp_replace(chart.key_skeleton(key), '(^|[^0-9])0+([0-9])', '\1\2', 'g');
grant execute on function chart.child_skeleton(text) to osteon_member, osteon_keeper, osteon_system;
