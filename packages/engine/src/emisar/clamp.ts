/** The bounds that an author sets around a limit; one that is left out or 0 is the limit itself. */
export interface Envelope {
  readonly declared: number;
  readonly least?: number | undefined;
  readonly most?: number | undefined;
}

/** What a caller asks for, brought into the declared envelope (specs/emisar 7.3). Never a refusal. */
export function clamp({ declared, least, most }: Envelope, asked: number | undefined): number {
  if (asked === undefined || !(asked > 0)) return declared;
  return Math.min(Math.max(asked, least || declared), most || declared);
}
