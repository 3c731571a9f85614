/** A file holds more than any registry does; thrown inside the readers alone. */
export class Oversized extends Error {
  constructor() {
    super("the file holds more than is read");
  }
}
