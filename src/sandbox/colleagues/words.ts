// What colleagues write, as whoever draws it hands it over: a reply to a question, or a line in a field of a form.

export interface Field {
  /** The form's callback id. */
  form: string;
  /** The block id of the field in it. */
  block: string;
  /** So many characters fit. */
  most: number;
  /** The element of the fortnight in which it was opened, where it was. */
  element: string | null;
}

export interface Words {
  reply: (dice: () => number, element: string | null) => string;
  inField: (dice: () => number, field: Field) => string;
}
