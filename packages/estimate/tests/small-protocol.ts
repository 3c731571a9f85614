/** What results are made of, where that is not the point. */
export const INPUTS = {
  study: "s",
  title: "t",
  protocolHash: "p",
  freezeHash: "f",
  modelsHash: "m",
  resolutionPolicy: "middle",
  version: "0",
};

/** What every analysis says, where that is not the point. */
export const COUNTED = { title: "T", says: "T.", from: "t", where: {} } as const;
