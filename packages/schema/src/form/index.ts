export { type Fits, fitsOf, type Strictness } from './fits.ts';
export type { Form, StructForm } from './form.ts';
export { formOf, type IsLenient } from './form-of.ts';
export { misfitOf, type ValuePath } from './misfit.ts';
