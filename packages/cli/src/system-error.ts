/** Whether the machine refused something, as Node reports it. */
export const isSystemError = (error: unknown): error is Error & { readonly code: string } =>
  error instanceof Error && 'syscall' in error && 'errno' in error;
