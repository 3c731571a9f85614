-- The lists that grow: drugs and analytes are tables that charts refer to, and an administrator adds to them. What comes with Osteon is
-- the same everywhere; codes of a registry's own begin with own_, as no later version's do. An entry is retired and never deleted.

create table access.drug (
  drug text primary key check (drug ~ '^[a-z][a-z0-9_]{0,43}$'),
  label_en text not null check (shipped or access.is_name(replace(label_en, '/', '-'), 80)),
  label_de text not null check (shipped or access.is_name(replace(label_de, '/', '-'), 80)),
  -- Without a class a drug is `other` in every study.
  drug_class text check (drug_class in ('nsaid', 'steroid', 'dmard', 'tnf_inhibitor', 'bisphosphonate', 'other')),
  usual_units jsonb not null default '[]' check (jsonb_typeof(usual_units) = 'array' and length(usual_units::text) <= 200),
  atc text check (atc ~ '^[A-Z][0-9]{2}[A-Z]{2}[0-9]{2}$'),
  shipped boolean not null default false,
  retired boolean not null default false,
  version integer not null default 1,
  changed_at timestamptz not null default clock_timestamp(),
  changed_by text not null default access.actor(),
  constraint own_code check (shipped or drug ~ '^own_[a-z0-9][a-z0-9_]{0,39}$')
);

create table access.analyte (
  analyte text primary key check (analyte ~ '^[a-z][a-z0-9_]{0,43}$'),
  label_en text not null check (shipped or access.is_name(replace(label_en, '/', '-'), 80)),
  label_de text not null check (shipped or access.is_name(replace(label_de, '/', '-'), 80)),
  scale text not null check (scale in ('quantity', 'finding', 'titre')),
  unit text not null check (length(unit) <= 40 and (scale = 'finding') = (unit = '')),
  -- Units of reports, each with the fraction by which a result becomes one in the unit above.
  reported jsonb not null default '[]' check (jsonb_typeof(reported) = 'array' and length(reported::text) <= 4000),
  possible_from numeric not null default 0 check (possible_from >= 0),
  possible_to numeric not null default 0 check (possible_to >= possible_from),
  plausible_from numeric not null default 0 check (plausible_from >= possible_from),
  plausible_to numeric not null default 0 check (plausible_to between plausible_from and possible_to),
  -- Narrower plausible limits by age in months and sex.
  bands jsonb not null default '[]' check (jsonb_typeof(bands) = 'array' and length(bands::text) <= 8000),
  loinc text check (loinc ~ '^[0-9]{1,7}-[0-9]$'),
  shipped boolean not null default false,
  retired boolean not null default false,
  version integer not null default 1,
  changed_at timestamptz not null default clock_timestamp(),
  changed_by text not null default access.actor(),
  constraint own_code check (shipped or analyte ~ '^own_[a-z0-9][a-z0-9_]{0,39}$')
);

insert into access.drug (drug, label_en, label_de, drug_class, usual_units, atc, shipped) values
  ('ibuprofen', 'Ibuprofen', 'Ibuprofen', 'nsaid', '[]', 'M01AE01', true),
  ('naproxen', 'Naproxen', 'Naproxen', 'nsaid', '[]', 'M01AE02', true),
  ('indometacin', 'Indometacin', 'Indometacin', 'nsaid', '[]', 'M01AB01', true),
  ('diclofenac', 'Diclofenac', 'Diclofenac', 'nsaid', '[]', 'M01AB05', true),
  ('meloxicam', 'Meloxicam', 'Meloxicam', 'nsaid', '[]', 'M01AC06', true),
  ('celecoxib', 'Celecoxib', 'Celecoxib', 'nsaid', '[]', 'M01AH01', true),
  ('etoricoxib', 'Etoricoxib', 'Etoricoxib', 'nsaid', '[]', null, true),
  ('prednisolone', 'Prednisolone', 'Prednisolon', 'steroid', '[]', 'H02AB06', true),
  ('prednisone', 'Prednisone', 'Prednison', 'steroid', '[]', 'H02AB07', true),
  ('methylprednisolone', 'Methylprednisolone', 'Methylprednisolon', 'steroid', '[]', 'H02AB04', true),
  ('methotrexate', 'Methotrexate', 'Methotrexat', 'dmard', '[]', 'L04AX03', true),
  ('sulfasalazine', 'Sulfasalazine', 'Sulfasalazin', 'dmard', '[]', 'A07EC01', true),
  ('leflunomide', 'Leflunomide', 'Leflunomid', 'dmard', '[]', 'L04AK01', true),
  ('azathioprine', 'Azathioprine', 'Azathioprin', 'dmard', '[]', 'L04AX01', true),
  ('etanercept', 'Etanercept', 'Etanercept', 'tnf_inhibitor', '[]', 'L04AB01', true),
  ('infliximab', 'Infliximab', 'Infliximab', 'tnf_inhibitor', '[]', 'L04AB02', true),
  ('adalimumab', 'Adalimumab', 'Adalimumab', 'tnf_inhibitor', '[]', 'L04AB04', true),
  ('certolizumab', 'Certolizumab pegol', 'Certolizumab pegol', 'tnf_inhibitor', '[]', 'L04AB05', true),
  ('golimumab', 'Golimumab', 'Golimumab', 'tnf_inhibitor', '[]', 'L04AB06', true),
  ('pamidronate', 'Pamidronate', 'Pamidronat', 'bisphosphonate', '[]', 'M05BA03', true),
  ('alendronate', 'Alendronate', 'Alendronat', 'bisphosphonate', '[]', 'M05BA04', true),
  ('ibandronate', 'Ibandronate', 'Ibandronat', 'bisphosphonate', '[]', 'M05BA06', true),
  ('risedronate', 'Risedronate', 'Risedronat', 'bisphosphonate', '[]', 'M05BA07', true),
  ('zoledronate', 'Zoledronate', 'Zoledronat', 'bisphosphonate', '[]', 'M05BA08', true),
  ('denosumab', 'Denosumab', 'Denosumab', 'other', '[]', 'M05BX04', true),
  ('anakinra', 'Anakinra', 'Anakinra', 'other', '[]', 'L04AC03', true),
  ('canakinumab', 'Canakinumab', 'Canakinumab', 'other', '[]', 'L04AC08', true),
  ('tocilizumab', 'Tocilizumab', 'Tocilizumab', 'other', '[]', 'L04AC07', true),
  ('secukinumab', 'Secukinumab', 'Secukinumab', 'other', '[]', 'L04AC10', true),
  ('ustekinumab', 'Ustekinumab', 'Ustekinumab', 'other', '[]', 'L04AC05', true),
  ('tofacitinib', 'Tofacitinib', 'Tofacitinib', 'other', '[]', 'L04AF01', true),
  ('baricitinib', 'Baricitinib', 'Baricitinib', 'other', '[]', 'L04AF02', true),
  ('upadacitinib', 'Upadacitinib', 'Upadacitinib', 'other', '[]', 'L04AF03', true),
  ('colchicine', 'Colchicine', 'Colchicin', 'other', '[]', 'M04AC01', true),
  ('mesalazine', 'Mesalazine', 'Mesalazin', 'other', '[]', 'A07EC02', true),
  ('other', 'Another drug', 'Ein anderes Medikament', null, '[]', null, true);

insert into access.analyte (analyte, label_en, label_de, scale, unit, reported, possible_from, possible_to, plausible_from, plausible_to, bands, loinc, shipped) values
  ('leukocytes', 'Leukocytes', 'Leukozyten', 'quantity', '10*9/L', '[{"unit":"10*9/L","numerator":1,"denominator":1},{"unit":"GPt/L","numerator":1,"denominator":1}]', 0, 200, 1, 40, '[]', '26464-8', true),
  ('thrombocytes', 'Thrombocytes (platelets)', 'Thrombozyten', 'quantity', '10*9/L', '[{"unit":"10*9/L","numerator":1,"denominator":1},{"unit":"GPt/L","numerator":1,"denominator":1}]', 0, 2000, 20, 1200, '[]', '26515-7', true),
  ('neutrophils', 'Neutrophils, share of leukocytes', 'Neutrophile, Anteil an den Leukozyten', 'quantity', '%', '[{"unit":"%","numerator":1,"denominator":1}]', 0, 100, 0, 95, '[]', '26511-6', true),
  ('lymphocytes', 'Lymphocytes, share of leukocytes', 'Lymphozyten, Anteil an den Leukozyten', 'quantity', '%', '[{"unit":"%","numerator":1,"denominator":1}]', 0, 100, 0, 95, '[]', '26478-8', true),
  ('monocytes', 'Monocytes, share of leukocytes', 'Monozyten, Anteil an den Leukozyten', 'quantity', '%', '[{"unit":"%","numerator":1,"denominator":1}]', 0, 100, 0, 95, '[]', '26485-3', true),
  ('haemoglobin', 'Haemoglobin', 'Hämoglobin', 'quantity', 'g/dL', '[{"unit":"g/dL","numerator":1,"denominator":1},{"unit":"mmol/L","numerator":161,"denominator":100}]', 1, 30, 5, 20, '[]', '718-7', true),
  ('crp', 'C-reactive protein (CRP)', 'C-reaktives Protein (CRP)', 'quantity', 'mg/L', '[{"unit":"mg/L","numerator":1,"denominator":1},{"unit":"mg/dL","numerator":10,"denominator":1}]', 0, 1000, 0, 400, '[]', '1988-5', true),
  ('esr', 'Erythrocyte sedimentation rate (ESR), first hour', 'Blutsenkungsgeschwindigkeit (BSG), erste Stunde', 'quantity', 'mm/h', '[{"unit":"mm/h","numerator":1,"denominator":1}]', 0, 200, 0, 140, '[]', '30341-2', true),
  ('alt', 'Alanine aminotransferase (ALT)', 'Alanin-Aminotransferase (ALT, GPT)', 'quantity', 'U/L', '[{"unit":"U/L","numerator":1,"denominator":1}]', 0, 20000, 1, 1000, '[]', '1742-6', true),
  ('ast', 'Aspartate aminotransferase (AST)', 'Aspartat-Aminotransferase (AST, GOT)', 'quantity', 'U/L', '[{"unit":"U/L","numerator":1,"denominator":1}]', 0, 20000, 1, 1000, '[]', '1920-8', true),
  ('ggt', 'Gamma-glutamyl transferase (GGT)', 'Gamma-Glutamyltransferase (GGT)', 'quantity', 'U/L', '[{"unit":"U/L","numerator":1,"denominator":1}]', 0, 10000, 1, 1000, '[]', '2324-2', true),
  ('ldh', 'Lactate dehydrogenase (LDH)', 'Laktatdehydrogenase (LDH)', 'quantity', 'U/L', '[{"unit":"U/L","numerator":1,"denominator":1}]', 0, 20000, 50, 2000, '[]', '2532-0', true),
  ('alp', 'Alkaline phosphatase (ALP)', 'Alkalische Phosphatase (AP)', 'quantity', 'U/L', '[{"unit":"U/L","numerator":1,"denominator":1}]', 0, 10000, 20, 2000, '[]', '6768-6', true),
  ('calcium', 'Calcium', 'Calcium', 'quantity', 'mmol/L', '[{"unit":"mmol/L","numerator":1,"denominator":1},{"unit":"mg/dL","numerator":2495,"denominator":10000}]', 0.5, 6, 1.5, 3.5, '[]', '2000-8', true),
  ('phosphate', 'Phosphate', 'Phosphat', 'quantity', 'mmol/L', '[{"unit":"mmol/L","numerator":1,"denominator":1},{"unit":"mg/dL","numerator":1000,"denominator":3097}]', 0.1, 6, 0.5, 3, '[]', '14879-1', true),
  ('ferritin', 'Ferritin', 'Ferritin', 'quantity', 'ng/mL', '[{"unit":"ng/mL","numerator":1,"denominator":1},{"unit":"ug/L","numerator":1,"denominator":1}]', 0, 200000, 1, 5000, '[]', '2276-4', true),
  ('igg', 'Immunoglobulin G', 'Immunglobulin G', 'quantity', 'g/L', '[{"unit":"g/L","numerator":1,"denominator":1},{"unit":"mg/dL","numerator":1,"denominator":100}]', 0, 100, 1, 40, '[]', '2465-3', true),
  ('iga', 'Immunoglobulin A', 'Immunglobulin A', 'quantity', 'g/L', '[{"unit":"g/L","numerator":1,"denominator":1},{"unit":"mg/dL","numerator":1,"denominator":100}]', 0, 50, 0, 15, '[]', '2458-8', true),
  ('igm', 'Immunoglobulin M', 'Immunglobulin M', 'quantity', 'g/L', '[{"unit":"g/L","numerator":1,"denominator":1},{"unit":"mg/dL","numerator":1,"denominator":100}]', 0, 50, 0, 10, '[]', '2472-9', true),
  ('hla_b27', 'HLA-B27', 'HLA-B27', 'finding', '', '[]', 0, 0, 0, 0, '[]', '4821-5', true),
  ('ana', 'Antinuclear antibodies (ANA), reciprocal titre', 'Antinukleäre Antikörper (ANA), reziproker Titer', 'titre', '{titer}', '[{"unit":"{titer}","numerator":1,"denominator":1}]', 0, 1000000, 0, 20480, '[]', '29953-7', true),
  ('band_neutrophils', 'Band neutrophils, absolute', 'Stabkernige Neutrophile, absolut', 'quantity', '10*9/L', '[{"unit":"10*9/L","numerator":1,"denominator":1},{"unit":"/uL","numerator":1,"denominator":1000}]', 0, 200, 0, 200, '[]', null, true),
  ('saa', 'Serum amyloid A (SAA)', 'Serum-Amyloid A (SAA)', 'quantity', 'mg/L', '[{"unit":"mg/L","numerator":1,"denominator":1}]', 0, 10000, 0, 10000, '[]', null, true),
  ('s100a8_a9', 'S100A8/A9 (calprotectin) in serum', 'S100A8/A9 (Calprotectin) im Serum', 'quantity', 'ng/mL', '[{"unit":"ng/mL","numerator":1,"denominator":1}]', 0, 1000000, 0, 1000000, '[]', null, true),
  ('vitamin_c', 'Vitamin C', 'Vitamin C', 'quantity', 'umol/L', '[{"unit":"umol/L","numerator":1,"denominator":1},{"unit":"mg/L","numerator":100000,"denominator":17612}]', 0, 1000, 0, 1000, '[]', null, true),
  ('vitamin_d', '25-hydroxyvitamin D', '25-Hydroxy-Vitamin D', 'quantity', 'nmol/L', '[{"unit":"nmol/L","numerator":1,"denominator":1},{"unit":"ng/mL","numerator":100000,"denominator":40065}]', 0, 2000, 0, 2000, '[]', null, true),
  ('il_6', 'Interleukin 6 (IL-6)', 'Interleukin-6 (IL-6)', 'quantity', 'pg/mL', '[{"unit":"pg/mL","numerator":1,"denominator":1}]', 0, 1000000, 0, 1000000, '[]', null, true),
  ('il_12', 'Interleukin 12 (IL-12)', 'Interleukin-12 (IL-12)', 'quantity', 'pg/mL', '[{"unit":"pg/mL","numerator":1,"denominator":1}]', 0, 1000000, 0, 1000000, '[]', null, true),
  ('mcp_1', 'Monocyte chemoattractant protein 1 (MCP-1, CCL2)', 'Monozyten-Chemoattraktor-Protein 1 (MCP-1, CCL2)', 'quantity', 'pg/mL', '[{"unit":"pg/mL","numerator":1,"denominator":1}]', 0, 1000000, 0, 1000000, '[]', null, true),
  ('sil_2r', 'Soluble interleukin 2 receptor (sIL-2R)', 'Löslicher Interleukin-2-Rezeptor (sIL-2R)', 'quantity', 'U/mL', '[{"unit":"U/mL","numerator":1,"denominator":1}]', 0, 1000000, 0, 1000000, '[]', null, true),
  ('ccl11', 'Eotaxin 1 (CCL11)', 'Eotaxin-1 (CCL11)', 'quantity', 'pg/mL', '[{"unit":"pg/mL","numerator":1,"denominator":1}]', 0, 1000000, 0, 1000000, '[]', null, true),
  ('il_1ra', 'Interleukin 1 receptor antagonist (IL-1RA)', 'Interleukin-1-Rezeptorantagonist (IL-1RA)', 'quantity', 'pg/mL', '[{"unit":"pg/mL","numerator":1,"denominator":1}]', 0, 1000000, 0, 1000000, '[]', null, true);

call audit.watch('access.drug', 'drug');
call audit.watch('access.analyte', 'analyte');

-- A change says why and counts. By a shipped entry studies go everywhere; what a result was measured in cannot become another thing.
create function access.change_drug() returns trigger
  language plpgsql as $$
begin
  perform access.must_say_why();
  if old.shipped and (new.label_en, new.label_de, new.drug_class, new.atc) is distinct from (old.label_en, old.label_de, old.drug_class, old.atc) then
    raise exception 'this drug comes with Osteon' using errcode = 'OS340';
  end if;
  new.version := old.version + 1;
  new.changed_at := clock_timestamp();
  new.changed_by := access.actor();
  return new;
end $$;
create trigger b_change before update on access.drug for each row execute function access.change_drug();

create function access.change_analyte() returns trigger
  language plpgsql as $$
begin
  perform access.must_say_why();
  if old.shipped and (new.label_en, new.label_de, new.reported, new.possible_from, new.possible_to, new.plausible_from, new.plausible_to, new.loinc)
    is distinct from (old.label_en, old.label_de, old.reported, old.possible_from, old.possible_to, old.plausible_from, old.plausible_to, old.loinc)
  then
    raise exception 'this analyte comes with Osteon' using errcode = 'OS340';
  end if;
  if new.scale <> old.scale or new.unit <> old.unit or not new.reported @> old.reported then
    raise exception 'results were entered in this unit' using errcode = 'OS341';
  end if;
  new.version := old.version + 1;
  new.changed_at := clock_timestamp();
  new.changed_by := access.actor();
  return new;
end $$;
create trigger b_change before update on access.analyte for each row execute function access.change_analyte();

alter table access.drug enable row level security, force row level security;
create policy everyone_reads on access.drug for select to osteon_member using (true);
create policy administrator_adds on access.drug for insert to osteon_member with check ((select access.administers()));
create policy administrator_changes on access.drug for update to osteon_member using ((select access.administers()));
create policy keeper_reads on access.drug for select to osteon_keeper using (current_user = 'osteon_keeper');
grant select on access.drug to osteon_member, osteon_keeper;
grant insert (drug, label_en, label_de, drug_class, usual_units, atc),
  update (label_en, label_de, drug_class, usual_units, atc, retired) on access.drug to osteon_member;

alter table access.analyte enable row level security, force row level security;
create policy everyone_reads on access.analyte for select to osteon_member using (true);
create policy administrator_adds on access.analyte for insert to osteon_member with check ((select access.administers()));
create policy administrator_changes on access.analyte for update to osteon_member using ((select access.administers()));
create policy keeper_reads on access.analyte for select to osteon_keeper using (current_user = 'osteon_keeper');
grant select on access.analyte to osteon_member, osteon_keeper;
grant insert (analyte, label_en, label_de, scale, unit, reported, possible_from, possible_to, plausible_from, plausible_to, bands, loinc),
  update (label_en, label_de, reported, possible_from, possible_to, plausible_from, plausible_to, bands, loinc, retired) on access.analyte to osteon_member;

-- Charts refer to the lists. A restore lays charts before the lists, which are younger: it defers these.
alter table chart.treatment drop constraint if exists treatment_drug_check,
  add constraint treatment_drug_fkey foreign key (drug) references access.drug deferrable initially immediate;
alter table chart.laboratory drop constraint if exists laboratory_analyte_check,
  add constraint laboratory_analyte_fkey foreign key (analyte) references access.analyte deferrable initially immediate;
