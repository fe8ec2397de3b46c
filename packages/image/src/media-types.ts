export const MANIFEST_TYPE = 'application/vnd.oci.image.manifest.v1+json';
export const CONFIG_TYPE = 'application/vnd.oci.image.config.v1+json';
export const INDEX_TYPE = 'application/vnd.oci.image.index.v1+json';
export const LAYER_TYPE = 'application/vnd.oci.image.layer.v1.tar';

/** The artifact type of an image that holds a pack of this format. */
export const artifactTypeOf = (format: string): string => `application/vnd.packwright.pack.${format}.v1`;
