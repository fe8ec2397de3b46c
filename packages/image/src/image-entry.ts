/**
 * What stands at one path of an image. Paths are relative, with `/`, without empty, `.` or `..` segments; the
 * directories above a path need no entry of their own.
 */
export type ImageEntry = ImageFile | ImageDirectory | ImageLink;

export interface ImageFile {
  readonly kind: 'file';
  readonly path: string;
  /** Permission bits, such as `0o644`. */
  readonly mode: number;
  /** Size in bytes; `bytes` has to return as many. */
  readonly size: number;
  /** Called once to name the layer and once each time that it is written, so that no two files need memory at once. */
  readonly bytes: () => Uint8Array;
}

export interface ImageDirectory {
  readonly kind: 'directory';
  readonly path: string;
}

export interface ImageLink {
  readonly kind: 'link';
  readonly path: string;
  /** As written in the link. */
  readonly target: string;
}
