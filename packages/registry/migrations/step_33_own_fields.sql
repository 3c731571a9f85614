-- Fields of a registry's own: an administrator adds them to chart tables, and no step of the schema is needed. A definition is
-- data: it is compared with and never executed. Each change is a version that says why; none is changed or taken away.

-- Whether a text is a label that a page can show; units and helps may hold a stroke.
create function access.is_line(line text, longest integer) returns boolean
  language sql immutable strict
  return length(line) <= longest and access.is_seen(line) and btrim(line) = line and line is nfc normalized;

create function access.is_day(written text) returns boolean
  language sql immutable
  return coalesce(case when written ~ '^(19[0-9][0-9]|20[0-9][0-9]|2100)-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$'
    then substr(written, 9, 2)::int <= extract(day from make_date(substr(written, 1, 4)::int, substr(written, 6, 2)::int, 1)
      + interval '1 month' - interval '1 day') end, false);

-- Two whole numbers or decimals, the first not above the second, as far from zero as no double loses a digit.
create function access.is_range(range jsonb, decimals integer) returns boolean
  language sql immutable
  return coalesce(case when jsonb_typeof(range) = 'array' and jsonb_array_length(range) = 2
      and jsonb_typeof(range -> 0) = 'number' and jsonb_typeof(range -> 1) = 'number'
    then (range ->> 0)::numeric >= -1000000000 and (range ->> 0)::numeric <= (range ->> 1)::numeric and (range ->> 1)::numeric <= 1000000000
      and scale(trim_scale((range ->> 0)::numeric)) <= decimals and scale(trim_scale((range ->> 1)::numeric)) <= decimals end, false);

create function access.has_keys(one jsonb, needed text[], possible text[]) returns boolean
  language sql immutable
  return coalesce(case when jsonb_typeof(one) = 'object' then one ?& needed and one - needed - possible = '{}' end, false);

-- Why a definition cannot be; nothing where it can. The same as `ownFieldProblems` of the codebook, as far as the definition alone tells.
create function access.own_field_fault(definition jsonb) returns text
  language plpgsql immutable set search_path = '' as $$
declare
  type jsonb := definition -> 'type';
  kind text := definition -> 'type' ->> 'kind';
  decimals integer;
  one jsonb;
begin
  if not access.has_keys(definition, '{label,help,type}', '{unit,shownWhen,requiredFrom,retired}') then return 'its parts'; end if;
  if not coalesce(jsonb_typeof(definition -> 'label') = 'array' and jsonb_array_length(definition -> 'label') = 2
      and jsonb_typeof(definition #> '{label,0}') = 'string' and jsonb_typeof(definition #> '{label,1}') = 'string'
      and access.is_line(definition #>> '{label,0}', 60) and access.is_line(definition #>> '{label,1}', 60)
      and definition #>> '{label,0}' <> '' and definition #>> '{label,1}' <> '', false) then return 'its label'; end if;
  if not coalesce(jsonb_typeof(definition -> 'help') = 'array' and jsonb_array_length(definition -> 'help') = 2
      and jsonb_typeof(definition #> '{help,0}') = 'string' and jsonb_typeof(definition #> '{help,1}') = 'string'
      and access.is_line(definition #>> '{help,0}', 500) and access.is_line(definition #>> '{help,1}', 500), false) then return 'its help'; end if;
  if definition ? 'unit' and not coalesce(kind in ('integer', 'decimal') and jsonb_typeof(definition -> 'unit') = 'string'
      and definition ->> 'unit' <> '' and access.is_line(definition ->> 'unit', 20), false) then return 'its unit'; end if;
  if definition ? 'retired' and definition -> 'retired' <> 'true' then return 'its retirement'; end if;
  if definition ? 'shownWhen' and not coalesce(access.has_keys(definition -> 'shownWhen', '{field,equals}', '{}')
      and jsonb_typeof(definition #> '{shownWhen,field}') = 'string' and jsonb_typeof(definition #> '{shownWhen,equals}') = 'string'
      and definition #>> '{shownWhen,field}' ~ '^[a-z][a-z0-9_]{0,47}$' and definition #>> '{shownWhen,equals}' ~ '^[a-z0-9][a-z0-9_]{0,47}$',
      false) then return 'when it is shown'; end if;
  if definition ? 'requiredFrom' and not coalesce(access.has_keys(definition -> 'requiredFrom', '{on,by}', '{}')
      and jsonb_typeof(definition #> '{requiredFrom,on}') = 'string' and jsonb_typeof(definition #> '{requiredFrom,by}') = 'string'
      and access.is_day(definition #>> '{requiredFrom,on}') and definition #>> '{requiredFrom,by}' ~ '^([a-z][a-z0-9_]{0,47})?$',
      false) then return 'since when it is required'; end if;
  case kind
    when 'yes-no', 'date' then
      if not access.has_keys(type, '{kind}', '{}') then return 'its type'; end if;
    when 'text' then
      if not (access.has_keys(type, '{kind,maxLength}', '{}') and coalesce(type ->> 'maxLength' ~ '^[1-9][0-9]{0,3}$'
          and jsonb_typeof(type -> 'maxLength') = 'number' and (type ->> 'maxLength')::int <= 1000, false)) then return 'its length'; end if;
    when 'integer', 'decimal' then
      if not access.has_keys(type, case kind when 'integer' then '{kind,limits}'::text[] else '{kind,decimals,limits}'::text[] end, '{}')
        or not access.has_keys(type -> 'limits', '{possible,plausible}', '{}') then return 'its type'; end if;
      if kind = 'decimal' and not coalesce(jsonb_typeof(type -> 'decimals') = 'number' and type ->> 'decimals' ~ '^[1-6]$', false) then
        return 'its decimals'; end if;
      decimals := case kind when 'integer' then 0 else (type ->> 'decimals')::int end;
      if not (access.is_range(type #> '{limits,possible}', decimals) and access.is_range(type #> '{limits,plausible}', decimals)) then
        return 'its limits'; end if;
      if (type #>> '{limits,plausible,0}')::numeric < (type #>> '{limits,possible,0}')::numeric
        or (type #>> '{limits,plausible,1}')::numeric > (type #>> '{limits,possible,1}')::numeric then return 'its limits'; end if;
    when 'choice' then
      if not access.has_keys(type, '{kind,choices}', '{}') or jsonb_typeof(type -> 'choices') <> 'array' then return 'its type'; end if;
      if jsonb_array_length(type -> 'choices') not between 1 and 100 then return 'its choices'; end if;
      for one in select jsonb_array_elements(type -> 'choices') loop
        if not coalesce(access.has_keys(one, '{code,says,german}', '{}') and jsonb_typeof(one -> 'code') = 'string'
            and jsonb_typeof(one -> 'says') = 'string' and jsonb_typeof(one -> 'german') = 'string'
            and one ->> 'code' ~ '^[a-z0-9][a-z0-9_]{0,39}$' and access.is_name(one ->> 'code', 40)
            and access.is_line(one ->> 'says', 100) and access.is_line(one ->> 'german', 100)
            and one ->> 'says' <> '' and one ->> 'german' <> '', false) then return 'its choices'; end if;
      end loop;
      if (select count(distinct c ->> 'code') < count(*) from jsonb_array_elements(type -> 'choices') c) then return 'its choices'; end if;
    else return 'its kind';
  end case;
  return null;
end $$;

create table access.own_field (
  field text not null check (field ~ '^[a-z][a-z_]{0,47}\.own_[a-z][a-z0-9_]{0,39}$'),
  version integer not null check (version > 0),
  definition jsonb not null check (access.own_field_fault(definition) is null),
  changed_at timestamptz not null default clock_timestamp(),
  changed_by text not null default access.actor(),
  reason text default access.reason(),
  primary key (field, version)
);
call audit.watch('access.own_field', 'field');

-- A version follows the one before it; what was entered keeps its meaning, so the kind, the decimals and the unit of a field stay.
create function access.follow_own_field() returns trigger
  language plpgsql security definer set search_path = '' as $$
declare
  before access.own_field;
begin
  perform access.must_say_why();
  select * into before from access.own_field o where o.field = new.field order by o.version desc limit 1;
  if new.version is distinct from coalesce(before.version, 0) + 1 then
    raise exception 'the field was changed meanwhile' using errcode = 'OS010', hint = 'Read the fields again.';
  end if;
  if not exists (select from pg_catalog.pg_attribute a where a.attrelid = to_regclass('chart.' || split_part(new.field, '.', 1))
                 and a.attname = 'own' and not a.attisdropped) and new.field ~ '^[a-z][a-z_]*[.]' then
    raise exception 'no chart table takes this field' using errcode = 'OS014';
  end if;
  if before.version is not null and jsonb_build_array(before.definition #> '{type,kind}', before.definition #> '{type,decimals}', before.definition -> 'unit')
      <> jsonb_build_array(new.definition #> '{type,kind}', new.definition #> '{type,decimals}', new.definition -> 'unit') then
    raise exception 'a field keeps its kind, its decimals and its unit' using errcode = 'OS014', hint = 'Retire it, and add another.';
  end if;
  if before.version is null and (select count(distinct o.field) from access.own_field o
      where split_part(o.field, '.', 1) = split_part(new.field, '.', 1)) >= 60 then
    raise exception 'a table takes 60 fields of its own' using errcode = 'OS014';
  end if;
  return new;
end $$;
alter function access.follow_own_field() owner to osteon_system;
create trigger b_follows before insert on access.own_field for each row execute function access.follow_own_field();

alter table access.own_field enable row level security, force row level security;
create policy everyone_reads on access.own_field for select to osteon_member using (true);
create policy administrator_adds on access.own_field for insert to osteon_member with check ((select access.administers()));
create policy keeper_reads on access.own_field for select to osteon_keeper using (current_user = 'osteon_keeper');
create policy system_reads on access.own_field for select to osteon_system using (current_user = 'osteon_system');
grant select on access.own_field to osteon_member, osteon_keeper, osteon_system;
grant insert (field, version, definition) on access.own_field to osteon_member;
grant execute on function access.is_line(text, integer), access.is_day(text), access.is_range(jsonb, integer), access.has_keys(jsonb, text[], text[]),
  access.own_field_fault(jsonb) to osteon_member;
grant execute on function access.must_say_why() to osteon_system;
grant execute on function access.is_day(text) to osteon_system;

-- Whether a cell can be in a field, as the checks of the codebook say: a value within its limits, or why there is none.
create function chart.own_fits(type jsonb, held jsonb) returns boolean
  language plpgsql immutable set search_path = '' as $$
declare
  cell text := held #>> '{}';
  -- In small letters whatever the locale of the database; the letter that becomes two is none of a word below.
  small constant text := lower(translate(held #>> '{}', U&'\00C4\00DC\212A\0130', U&'\00E4\00FCk|'));
  number numeric;
begin
  if jsonb_typeof(held) is distinct from 'string' then return false; end if;
  if cell in ('not done', 'unknown', 'not applicable') then return true; end if;
  case type ->> 'kind'
    when 'yes-no' then return cell in ('yes', 'no');
    when 'choice' then return exists (select from jsonb_array_elements(type -> 'choices') c where c ->> 'code' = cell);
    when 'date' then return access.is_day(cell);
    when 'integer', 'decimal' then
      if cell !~ '^-?[0-9]+([.][0-9]+)?$' then return false; end if;
      if type ->> 'kind' = 'integer' and strpos(cell, '.') > 0 then return false; end if;
      number := cell::numeric;
      return number between (type #>> '{limits,possible,0}')::numeric and (type #>> '{limits,possible,1}')::numeric
        and scale(trim_scale(number)) <= coalesce((type ->> 'decimals')::int, 0);
    when 'text' then
      return length(cell) between 1 and (type ->> 'maxLength')::int
        -- Counted as the web does, in which a letter beyond the first 65,536 is two.
        and length(cell) + length(regexp_replace(cell, '[\u0001-\uFFFF]', '', 'g')) <= (type ->> 'maxLength')::int
        -- One line without controls, and no space at either end.
        and cell !~ '[\u0001-\u0008\u000A-\u001F\u007F-\u009F\u2028\u2029]'
        and cell !~ '^[\u0009\u0020\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000\uFEFF]'
        and cell !~ '[\u0009\u0020\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000\uFEFF]$'
        -- What seems to say why there is no value, and says it in no known way; see `misspeltReason`.
        and (length(cell) > 20
          or regexp_replace(small, '[-_\u0009\u0020\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000\uFEFF]+', ' ', 'g')
            not in ('not done', 'unknown', 'not applicable')
          and small not in ('na', 'n/a', 'n.a.', 'nd', 'n.d.', '-', '--', '?', 'nan', 'null', 'missing', 'k.a.', 'unbekannt', U&'entf\00E4llt',
            '#n/a', '#nv', '#ref!', '#bezug!', '#value!', '#wert!', '#name?', '#div/0!', '#num!', '#zahl!', '#null!', 'keine angabe',
            'nicht gemacht', U&'nicht durchgef\00FChrt', 'not known', 'not applicable.', 'not available'));
    else return false;
  end case;
end $$;
grant execute on function chart.own_fits(jsonb, jsonb) to osteon_member, osteon_system;

-- The fields of a table as they are now, by name; null where it has none.
create function chart.own_fields(of_table text) returns jsonb
  language sql stable security definer set search_path = '' as $$
  select jsonb_object_agg(split_part(f.field, '.', 2), f.definition)
  from (select distinct on (o.field) o.field, o.definition from access.own_field o
        where split_part(o.field, '.', 1) = of_table order by o.field, o.version desc) f;
$$;
alter function chart.own_fields(text) owner to osteon_system;
grant execute on function chart.own_fields(text) to osteon_member, osteon_system;

-- Whether a row is asked for a field that must be answered: it is of that day or later, and the field is shown.
create function chart.own_asked(one jsonb, definition jsonb) returns boolean
  language sql stable set search_path = ''
  return coalesce(
    case when definition #>> '{requiredFrom,by}' = '' then to_char(now(), 'YYYY-MM-DD')
      else chart.first_day(one ->> (definition #>> '{requiredFrom,by}'))::text end >= definition #>> '{requiredFrom,on}'
    and (not definition ? 'shownWhen' or coalesce(one -> 'own' ->> (definition #>> '{shownWhen,field}'),
      case one -> (definition #>> '{shownWhen,field}') when 'true' then 'yes' when 'false' then 'no'
        else one ->> (definition #>> '{shownWhen,field}') end) = definition #>> '{shownWhen,equals}'), false);

-- After every write of charts, in one pass over its rows: what is new in `own` fits its definition. A value that the row has held
-- before may stand, stay and come back, whatever the limits are now; a retired field takes no new value.
create function chart.guard_own() returns trigger
  language plpgsql security definer set search_path = '' as $$
declare
  fields constant jsonb := chart.own_fields(tg_table_name);
  wrong record;
begin
  if fields is null then
    if exists (select from new_rows n where n.own <> '{}') then
      raise exception 'the table % has no fields of its own', tg_table_name using errcode = 'OS013';
    end if;
    return null;
  end if;
  if tg_op = 'INSERT' then
    select e.key as name, e.value as held into wrong
    from (select n.centre, to_jsonb(n) ->> tg_table_name as row_key, n.own from new_rows n where n.own <> '{}') n
      cross join lateral jsonb_each(n.own) e
    where (fields -> e.key -> 'retired' is not null or not coalesce(chart.own_fits(fields -> e.key -> 'type', e.value), false))
      and not exists (select from audit.entry a where a.entity = 'chart.' || tg_table_name and a.row_key = n.row_key and a.chain = n.centre
                      and a.before -> 'own' -> e.key = e.value) limit 1;
  else
    select e.key as name, e.value as held into wrong
    from (select n.centre, to_jsonb(n) ->> tg_table_name as row_key, n.own from new_rows n where n.own <> '{}') n
      left join (select o.centre, to_jsonb(o) ->> tg_table_name as row_key, o.own from old_rows o where o.own <> '{}') o using (centre, row_key)
      cross join lateral jsonb_each(n.own) e
    where e.value is distinct from o.own -> e.key
      and (fields -> e.key -> 'retired' is not null or not coalesce(chart.own_fits(fields -> e.key -> 'type', e.value), false))
      and not exists (select from audit.entry a where a.entity = 'chart.' || tg_table_name and a.row_key = n.row_key and a.chain = n.centre
                      and a.before -> 'own' -> e.key = e.value) limit 1;
  end if;
  if wrong.name is not null then
    raise exception 'the field %.% cannot hold %', tg_table_name, left(wrong.name, 64), left(wrong.held::text, 80)
      using errcode = 'OS013', hint = 'Read the fields of the registry again.';
  end if;
  if not exists (select from jsonb_each(fields) f where f.value ? 'requiredFrom' and not f.value ? 'retired') then
    return null;
  end if;
  if tg_op = 'INSERT' then
    select f.key as name into wrong
    from (select n.centre, to_jsonb(n) as one from new_rows n where n.row_status = 'complete') n
      cross join lateral jsonb_each(fields) f
    where f.value ? 'requiredFrom' and not f.value ? 'retired' and not n.one -> 'own' ? f.key and chart.own_asked(n.one, f.value)
      and not exists (select from audit.entry a where a.entity = 'chart.' || tg_table_name and a.row_key = n.one ->> tg_table_name
                      and a.chain = n.centre and a.action = 'delete' and a.before ->> 'row_status' = 'complete') limit 1;
  else
    select f.key as name into wrong
    from (select n.centre, to_jsonb(n) ->> tg_table_name as row_key, to_jsonb(n) as one from new_rows n where n.row_status = 'complete') n
      left join (select o.centre, to_jsonb(o) ->> tg_table_name as row_key, o.row_status, o.own from old_rows o) o using (centre, row_key)
      cross join lateral jsonb_each(fields) f
    where f.value ? 'requiredFrom' and not f.value ? 'retired' and not n.one -> 'own' ? f.key and chart.own_asked(n.one, f.value)
      and o.row_status is distinct from 'complete' limit 1;
  end if;
  if wrong.name is not null then
    raise exception 'the field %.% must be answered', tg_table_name, left(wrong.name, 64) using errcode = 'OS013',
      hint = 'Enter it, or why there is no value.';
  end if;
  return null;
end $$;
grant execute on function chart.own_asked(jsonb, jsonb), chart.own_fits(jsonb, jsonb), access.is_day(text) to osteon_system;
alter function chart.guard_own() owner to osteon_system;

do $$
declare
  one text;
begin
  for one in select tablename from pg_tables where schemaname = 'chart' order by 1 loop
    execute format('alter table chart.%I add column own jsonb not null default ''{}'' check (jsonb_typeof(own) = ''object'')', one);
    execute format('grant insert (own), update (own) on chart.%I to osteon_member', one);
    execute format('create trigger d_own_insert after insert on chart.%I referencing new table as new_rows
      for each statement execute function chart.guard_own()', one);
    execute format('create trigger d_own_update after update on chart.%I referencing old table as old_rows new table as new_rows
      for each statement when (current_user <> ''osteon_system'') execute function chart.guard_own()', one);
    -- Cells that cannot be read yet stand beside those that can.
    execute format('create or replace view chart.%1$I with (security_invoker = true) as %2$s', one || '_cells',
      regexp_replace(pg_get_viewdef(format('chart.%I', one || '_cells')::regclass), E'\\s+FROM (\\S+);?\\s*$', E', own || as_typed as own FROM \\1'));
  end loop;
end $$;
