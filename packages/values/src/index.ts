export { compareUtf8 } from './utf8-order.ts';
