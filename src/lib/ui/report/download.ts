/** A file the report can be had as. */
export interface Download {
  readonly href: string;
  readonly label: string;
  readonly hint: string;
}
