-- One shape for keys, names of centres and reasons, the same as `keyFault` of the codebook. Rows that are there already stay
-- as they are: the shape is asked when a key is written.

-- No letter of it is unseen: controls, formats, fillers, private use, every space but the plain one.
create function access.is_seen(text) returns boolean
  language sql immutable strict
  return $1 !~ '[\u0001-\u001F\u007F-\u00A0\u00AD\u034F\u0600-\u0605\u061C\u06DD\u070F\u0890-\u0891\u08E2\u115F-\u1160\u1680\u17B4-\u17B5\u180B-\u180F\u2000-\u200F\u2028-\u202F\u205F-\u206F\u2800\u3000\u3164\uE000-\uF8FF\uFE00-\uFE0F\uFEFF\uFFA0\uFFF0-\uFFFB\U000110BD\U000110CD\U00013430-\U0001343F\U0001BCA0-\U0001BCA3\U0001D173-\U0001D17A\U000E0000-\U000E0FFF\U000F0000-\U000FFFFD\U00100000-\U0010FFFD]';

create function access.is_name(name text, longest integer) returns boolean
  language sql immutable strict
  return length(name) between 1 and longest and access.is_seen(name) and btrim(name) = name and name is nfc normalized
    and name !~ '[/\\]'
    -- A letter or a digit, or whatever lies beyond ASCII: the database's own classes depend on its locale.
    and name ~ '[A-Za-z0-9\u00A1-\U0010FFFF]'
    and lower(name) not in ('na', 'n/a', '#n/a', 'nan', 'null', 'nil', 'none', 'undefined', 'missing', 'unknown', 'true', 'false', 'inf', '-inf',
      'constructor', 'prototype', '__proto__', 'not done', 'not applicable', 'not-done', 'not-applicable');

create function chart.is_key(key text) returns boolean
  language sql immutable strict
  return access.is_name(key, 64);

-- What a key looks like; see `keySkeleton` of the codebook. Lower case is made here, since a database may know only its own locale's.
create function chart.key_skeleton(key text) returns text
  language sql immutable strict
  return case when octet_length(key) = length(key) then translate(lower(key), 'oil ', '011')
    else lower(translate(regexp_replace(normalize(key, NFKC), '[ \u0001-\u001F\u007F-\u00A0\u00AD\u034F\u0600-\u0605\u061C\u06DD\u070F\u0890-\u0891\u08E2\u115F-\u1160\u1680\u17B4-\u17B5\u180B-\u180F\u2000-\u200F\u2028-\u202F\u205F-\u206F\u2800\u3000\u3164\uE000-\uF8FF\uFE00-\uFE0F\uFEFF\uFFA0\uFFF0-\uFFFB\U000110BD\U000110CD\U00013430-\U0001343F\U0001BCA0-\U0001BCA3\U0001D173-\U0001D17A\U000E0000-\U000E0FFF\U000F0000-\U000FFFFD\U00100000-\U0010FFFD]', '', 'g'),
      'оοіιoilавеёзјкмнрсухгԁԛԝһүѕαβεκνρτυχγηωОΟІΙOILАВЕЁЗЈКМНРСУХГԀԚԜҺҮЅΑΒΕΚΝΡΤΥΧΓΗΩÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮĲĴĶĹĻĽĿŁŃŅŇŊŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽΔΖΘΛΜΞΠΣΦΨЀЂЃЄЇЉЊЋЌЍЎЏБДЖИЙЛПТФЦЧШЩЪЫЬЭЮЯ',
      '0011011abee3jkmhpcyxrdqwhysabekvptuxynw0011011abee3jkmhpcyxrdqwhysabekvptuxynwàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþāăąćĉċčďđēĕėęěĝğġģĥħĩīĭįĳĵķĺļľŀłńņňŋōŏőœŕŗřśŝşšţťŧũūŭůűųŵŷÿźżžδζθλμξπσφψѐђѓєїљњћќѝўџбджийлптфцчшщъыьэюя'))
  end;

-- A reason has a letter or a digit that can be seen, and 500 characters at most; what is none counts as not told.
create function access.is_reason(told text) returns boolean
  language sql immutable strict
  return length(told) <= 500 and regexp_replace(told, '[ -/:-@\[-`{-~\u0001-\u001F\u007F-\u00A0\u00AD\u034F\u0600-\u0605\u061C\u06DD\u070F\u0890-\u0891\u08E2\u115F-\u1160\u1680\u17B4-\u17B5\u180B-\u180F\u2000-\u200F\u2028-\u202F\u205F-\u206F\u2800\u3000\u3164\uE000-\uF8FF\uFE00-\uFE0F\uFEFF\uFFA0\uFFF0-\uFFFB\U000110BD\U000110CD\U00013430-\U0001343F\U0001BCA0-\U0001BCA3\U0001D173-\U0001D17A\U000E0000-\U000E0FFF\U000F0000-\U000FFFFD\U00100000-\U0010FFFD]', '', 'g') <> '';

create or replace function access.reason() returns text
  language sql stable
  return case when access.is_reason(btrim(current_setting('osteon.reason', true))) then btrim(current_setting('osteon.reason', true)) end;

grant execute on function access.is_seen(text), access.is_name(text, integer), access.is_reason(text), chart.is_key(text), chart.key_skeleton(text)
  to osteon_member, osteon_door, osteon_keeper, osteon_system;

create function chart.refuse_key() returns trigger
  language plpgsql as $$
begin
  raise exception 'this key cannot be read everywhere' using errcode = 'OS011';
end $$;

do $$
declare
  one text;
begin
  for one in select tablename from pg_tables where schemaname = 'chart' loop
    execute format('create trigger shape_of_new before insert on chart.%I for each row
      when (not chart.is_key(new.%I)) execute function chart.refuse_key()', one, one);
    execute format('create trigger shape_of_changed before update on chart.%I for each row
      when (new.%I is distinct from old.%I and not chart.is_key(new.%I)) execute function chart.refuse_key()', one, one, one, one);
  end loop;
end $$;

-- Centres stand in files, addresses and chains: `registry` is the chain of what belongs to none, and two names that look alike
-- would be two hospitals for ever, since no centre is taken away.
create function access.check_centre() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  if not access.is_name(new.centre, 100) or chart.key_skeleton(new.centre) = chart.key_skeleton('registry') then
    raise exception 'this name cannot be read everywhere' using errcode = 'OS011';
  end if;
  if exists (select from access.centre c where c.centre <> new.centre and chart.key_skeleton(c.centre) = chart.key_skeleton(new.centre)) then
    raise exception 'there is a centre whose name looks the same' using errcode = 'OS012';
  end if;
  return new;
end $$;
grant usage on schema chart to osteon_system;
alter function access.check_centre() owner to osteon_system;
create trigger shape_of_new before insert on access.centre for each row execute function access.check_centre();
