export type Sex = "female" | "male";

/** Sex, month of birth, first symptom as the chart dates it, and day of diagnosis, all of them weekdays. */
interface Demography {
  readonly sex: Sex;
  readonly bornOn: string;
  readonly onsetOn: string;
  readonly diagnosedOn: string;
}

const child = (sex: Sex, bornOn: string, onsetOn: string, diagnosedOn: string): Demography => ({
  sex,
  bornOn,
  onsetOn,
  diagnosedOn,
});

/**
 * Who the 56 children are. 33 girls; ages peak at 9 to 12 years; 4 histories shorter than 14 days, 12 shorter than 91,
 * 13 of "three months" (91 or 92 days), since Table 1's median of 3.0 months leaves no other place for them; 20 diagnosed
 * up to 2007. Names say what the child is there for: `tnf1` is the first of seven under a TNF-α inhibitor, `single1` has
 * one lesion for good, `quiet1` several and no relapse, `relapse1` relapses under NSAID alone.
 */
export const DEMOGRAPHY = {
  tnf1: child("female", "1999-09", "2011-05-27", "2011-06-14"),
  tnf2: child("female", "1999-04", "2009-10-18", "2010-01-18"),
  tnf3: child("male", "1998-02", "2008-02-08", "2008-12-09"),
  tnf4: child("female", "1997-02", "2006-08-27", "2007-03-13"),
  tnf5: child("male", "2000-12", "2012-02-21", "2012-05-22"),
  tnf6: child("male", "1994-09", "2004-01-05", "2004-09-21"),
  tnf7: child("female", "1995-12", "2005-05-15", "2005-10-12"),
  pamidronate1: child("male", "1990-11", "2000-04-05", "2005-04-05"),
  pamidronate2: child("male", "1993-12", "2003-02", "2006-01-24"),
  pamidronate3: child("male", "1996-02", "2005-06", "2006-11-14"),
  pamidronate4: child("male", "1999-09", "2011-04", "2012-01-17"),
  pamidronate5: child("female", "2001-07", "2013-04-07", "2013-05-07"),
  pamidronate6: child("male", "1995-07", "2004-10-27", "2005-01-26"),
  arthritis1: child("female", "1997-12", "2007-11-12", "2008-02-12"),
  refused1: child("male", "1996-03", "2004-05", "2005-06-15"),
  refused2: child("female", "2002-10", "2006-01-10", "2006-05-10"),
  early1: child("male", "2001-09", "2013-05-30", "2013-07-16"),
  early2: child("female", "1999-10", "2010-08-23", "2010-11-23"),
  early3: child("male", "2001-06", "2012-07-17", "2012-11-06"),
  early4: child("female", "2002-03", "2014-02-08", "2014-03-04"),
  bowel1: child("male", "2001-12", "2013-09-18", "2013-11-12"),
  bowel2: child("female", "1999-01", "2010-01-24", "2010-06-01"),
  steroid1: child("female", "1998-09", "2009-12-02", "2010-03-16"),
  steroid2: child("male", "2002-03", "2013-10-15", "2014-01-14"),
  steroid3: child("female", "2001-03", "2012-07-19", "2013-01-22"),
  steroid4: child("male", "1995-08", "2007-01-04", "2007-01-09"),
  steroid5: child("female", "2000-09", "2011-06-14", "2011-09-13"),
  steroid6: child("female", "2001-01", "2011-11-26", "2012-03-20"),
  steroid7: child("male", "1998-12", "2009-05-10", "2009-05-19"),
  steroid8: child("female", "1999-12", "2010-07-10", "2010-09-28"),
  steroid9: child("male", "1997-06", "2007-04-02", "2007-09-25"),
  steroid10: child("female", "2000-07", "2012-06-06", "2012-09-11"),
  relapse1: child("male", "2001-09", "2013-03-18", "2013-03-19"),
  relapse2: child("female", "2000-01", "2010-12-04", "2011-02-15"),
  relapse3: child("female", "1998-12", "2009-04", "2009-09-01"),
  relapse4: child("female", "1998-09", "2008-12-01", "2009-03-03"),
  relapse5: child("male", "1997-11", "2003-06", "2004-02-03"),
  relapse6: child("female", "2004-07", "2007-07-12", "2007-07-24"),
  relapse7: child("female", "1996-05", "2005-08-26", "2006-03-28"),
  relapse8: child("male", "1999-02", "2004-02-17", "2004-05-18"),
  single1: child("male", "1999-08", "2015-07-13", "2015-08-18"),
  single2: child("female", "2002-01", "2015-01-09", "2015-03-10"),
  single3: child("female", "1999-02", "2011-01-11", "2011-04-12"),
  single4: child("male", "1997-01", "2014-03", "2014-12-02"),
  single5: child("female", "1995-03", "2007-10-10", "2007-11-20"),
  single6: child("female", "2000-02", "2011-08-08", "2011-11-08"),
  single7: child("male", "2002-09", "2014-03-30", "2014-06-24"),
  single8: child("female", "2000-01", "2011-08", "2012-07-10"),
  single9: child("female", "2004-06", "2008-03-10", "2008-06-10"),
  single10: child("female", "1997-02", "2006-10", "2007-06-19"),
  single11: child("female", "1996-05", "2005-09", "2006-09-19"),
  quiet1: child("female", "2001-11", "2013-06", "2014-09-16"),
  quiet2: child("male", "2001-09", "2013-07-13", "2013-09-17"),
  quiet3: child("female", "1995-09", "2004-11", "2006-07-25"),
  quiet4: child("female", "2001-04", "2005-05", "2007-05-08"),
  quiet5: child("female", "1999-02", "2008-07-22", "2008-10-21"),
} as const satisfies Readonly<Record<string, Demography>>;

export type ChildName = keyof typeof DEMOGRAPHY;

export const CHILD_NAMES = Object.keys(DEMOGRAPHY) as readonly ChildName[];
