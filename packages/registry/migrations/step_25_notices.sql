-- What everything that is made of an import's charts must say, as that its children are invented. It stands as long as the import
-- does: with an undo it goes. What a centre says of all its charts stands at the centre.
alter table work.batch add column notice text not null default '' check (length(notice) <= 2000);
grant insert (notice) on work.batch to osteon_member;
