-- Types of chart cells. A value is present, or missing for a stated reason, or (both null) not yet entered.
create domain chart.missing_reason as text check (value in ('not-done', 'unknown', 'not-applicable'));

-- The earliest and the latest day that `2009`, `2009-05` or `2009-05-17` can mean; an error where the calendar has no such day.
create function chart.first_day(written text) returns date
  language sql immutable strict
  return make_date(substr(written, 1, 4)::int, coalesce(nullif(substr(written, 6, 2), ''), '1')::int,
                   coalesce(nullif(substr(written, 9, 2), ''), '1')::int);

create function chart.last_day(written text) returns date
  language sql immutable strict
  return case length(written)
    when 4 then make_date(written::int, 12, 31)
    when 7 then (chart.first_day(written) + interval '1 month' - interval '1 day')::date
    else chart.first_day(written)
  end;

grant execute on function chart.first_day(text), chart.last_day(text) to public;

create domain chart.partial_date as text
  check (value ~ '^(19|20)\d\d(-\d\d(-\d\d)?)?$' or value ~ '^2100(-\d\d(-\d\d)?)?$')
  check (value is null or chart.first_day(value) is not null);

create domain chart.full_date as date check (value between '1900-01-01' and '2100-12-31');

create domain chart.row_status as text check (value in ('draft', 'complete'));

-- A column that a draft may hold as it was typed, because it cannot be read yet: {"weight_kg": "12,x"}.
create function chart.typed(as_typed jsonb, field text, value text, missing text) returns text
  language sql immutable
  return coalesce(as_typed ->> field, value, case missing when 'not-done' then 'not done' when 'not-applicable' then 'not applicable' else missing end, '');

grant execute on function chart.typed(jsonb, text, text, text) to public;

-- Before an update: the version counts up, and a row stays with its child and its number.
create function chart.count_version() returns trigger
  language plpgsql as $$
begin
  if to_jsonb(new) ->> tg_argv[0] is distinct from to_jsonb(old) ->> tg_argv[0]
     or new.patient is distinct from old.patient or new.centre is distinct from old.centre then
    raise exception 'a row keeps its number, its child and its centre' using errcode = 'OS004',
      hint = 'Delete the row and enter it where it belongs.';
  end if;
  new.version := old.version + 1;
  new.written_at := clock_timestamp();
  new.written_by := access.actor();
  return new;
end $$;

-- Numbers of rows that are entered here; a chart folder brings its own.
create sequence chart.number start 1000001;
grant usage on sequence chart.number to osteon_member;
