-- Contents are compared by what they hold. A column that a later version of the codebook adds changes no row: neither a
-- signature nor an import of before may take it for a change, as long as nothing is entered there.

-- What a row of a chart says: its cells without those that are empty, and without what the registry keeps of the writing itself.
create function chart.content(one jsonb) returns jsonb
  language sql immutable set search_path = ''
  return (select coalesce(jsonb_object_agg(key, value), '{}')
          from jsonb_each(one - '{version,written_at,written_by}'::text[]) where value not in ('null', '{}'));
grant execute on function chart.content(jsonb) to osteon_member, osteon_keeper, osteon_system;

-- The same as the first release hashed it: each column of then, the empty ones too, and of later columns those that hold something.
create function chart.first_content(of_table text, one jsonb) returns jsonb
  language sql immutable set search_path = ''
  return (select jsonb_object_agg(name, null::jsonb) from unnest(string_to_array(case of_table when 'visit' then
      'visit patient visited_on weight_kg weight_kg_missing temperature_cel temperature_cel_missing pain_nrs pain_nrs_missing ' ||
      'patient_global_nrs patient_global_nrs_missing physician_global_nrs physician_global_nrs_missing chaq chaq_missing ' ||
      'subjective_change subjective_change_missing swelling swelling_missing redness redness_missing heat heat_missing reduced_range ' ||
      'reduced_range_missing abnormal_gait abnormal_gait_missing painful_sites painful_sites_missing painful_lower_extremity ' ||
      'painful_lower_extremity_missing recorded_outcome recorded_outcome_missing centre'
    when 'laboratory' then
      'laboratory patient visit visit_missing sampled_on analyte value value_missing unit unit_missing finding finding_missing ' ||
      'lower_limit lower_limit_missing upper_limit upper_limit_missing centre'
    end, ' ')) name) || '{"as_typed": {}}' || chart.content(one);
grant execute on function chart.first_content(text, jsonb) to osteon_system;

-- How the content of a signature was made: 1 as the first release did, 2 without what is empty.
alter table work.signature add column content_version integer not null default 1 check (content_version in (1, 2));
alter table work.signature alter column content_version drop default;

-- What a signature of a visit stands for: the visit and the laboratory results read at it, without the registry's own columns.
drop function chart.content_of_visit(text, text);
create function chart.content_of_visit(at text, wanted text, way integer) returns bytea
  language sql stable security definer set search_path = '' as $$
  select sha256(convert_to(jsonb_build_array(
    case way when 1 then chart.first_content('visit', to_jsonb(v) - 'row_status') else chart.content(to_jsonb(v) - 'row_status') end,
    (select jsonb_agg(case way when 1 then chart.first_content('laboratory', to_jsonb(l) - 'row_status')
                      else chart.content(to_jsonb(l) - 'row_status') end order by l.laboratory)
     from chart.laboratory l where l.centre = v.centre and l.visit = v.visit))::text, 'UTF8'))
  from chart.visit v where v.centre = at and v.visit = wanted;
$$;
alter function chart.content_of_visit(text, text, integer) owner to osteon_system;

-- The functions that make and compare signatures, each signature by the way in which its own was made.
do $$
declare
  told record;
  was text;
begin
  for told in
    select * from (values
      (1, 'chart.void_signatures()', 'chart.content_of_visit(s.centre, s.visit)', 'chart.content_of_visit(s.centre, s.visit, s.content_version)'),
      (2, 'chart.rename(text,text,text)', 'chart.content_of_visit(s.centre, s.visit)', 'chart.content_of_visit(s.centre, s.visit, s.content_version)'),
      (3, 'work.sign(text,text,text,text)', 'signed_by, content)', 'signed_by, content_version, content)'),
      (4, 'work.sign(text,text,text,text)', 'chart.content_of_visit(at, wanted)', '2, chart.content_of_visit(at, wanted, 2)')
    ) as pieces (turn, function_name, given, becomes) order by turn
  loop
    was := pg_get_functiondef(told.function_name::regprocedure);
    if strpos(was, told.given) = 0 then
      raise exception '% has no %', told.function_name, told.given;
    end if;
    execute replace(was, told.given, told.becomes);
  end loop;
end $$;
