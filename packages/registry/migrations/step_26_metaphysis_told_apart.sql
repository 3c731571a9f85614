-- The metaphysis of a lesion may be told proximal from distal; a lesion entered before keeps the word that it has.
alter table chart.lesion drop constraint lesion_part_check;
alter table chart.lesion add constraint lesion_part_check
  check (part in ('epiphysis', 'metaphysis', 'proximal_metaphysis', 'distal_metaphysis', 'diaphysis', 'body', 'whole'));
