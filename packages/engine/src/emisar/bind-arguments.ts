import {
  type ArgumentDeclaration,
  type BindResult,
  bindArguments as bindOnHost,
  type HostPaths,
} from '@packwright/validator/emisar';
import { nodeHost } from './host-paths.ts';

/** `bindArguments` of the validator on this machine, or on the host that is given. */
export const bindArguments = (
  declarations: readonly ArgumentDeclaration[],
  argumentsJson: string,
  host: HostPaths = nodeHost,
): BindResult => bindOnHost(declarations, argumentsJson, host);
