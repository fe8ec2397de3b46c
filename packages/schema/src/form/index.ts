export { type Fits, fitsOf } from './fits.ts';
export type { Form, StructForm } from './form.ts';
export { formOf } from './form-of.ts';
export { misfitOf, type ValuePath } from './misfit.ts';
