/** The entries cannot be one image: `path` where a path leads nowhere or stands twice, `size` where a file changed. */
export class ImageError extends Error {
  readonly code: 'path' | 'size';
  readonly path: string;

  constructor(code: ImageError['code'], path: string, reason: string) {
    super(`"${path}" ${reason}`);
    this.name = 'ImageError';
    this.code = code;
    this.path = path;
  }
}
