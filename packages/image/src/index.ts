export {
  type Blob,
  buildImage,
  type Document,
  type ImageInput,
  type Layer,
  type PackImage,
} from './build-image.ts';
export type { ImageDirectory, ImageEntry, ImageFile, ImageLink } from './image-entry.ts';
export { ImageError } from './image-error.ts';
