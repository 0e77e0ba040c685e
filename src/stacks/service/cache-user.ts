// The Redis user that a service acts as, and the keys that are its own.
import { TerraformVariable } from 'cdktf';
import type { Construct } from 'constructs';
import { guestKeysOf, guestUserOf, isPreviewName, keyPrefixOf, mainService } from '../names.ts';
import type { ServiceContext } from './context.ts';

export interface CacheUser {
  readonly arn: string;
  readonly name: string;
  /** Starts every Redis key and channel of the service. */
  readonly keyPrefix: string;
}

/** A preview on somebody else's platform borrows a user that sees nothing but the keys of its slot. */
export function cacheUser(scope: Construct, context: ServiceContext): CacheUser {
  const { environment, service, platform } = context;
  const isGuest = service !== mainService && !isPreviewName(environment);
  if (isGuest) return guestUser(scope, context);
  return { arn: platform.text('cacheUserArn'), name: platform.text('cacheUserName'), keyPrefix: keyPrefixOf(service) };
}

function guestUser(scope: Construct, { environment, service, region, accountId }: ServiceContext): CacheUser {
  const variable = new TerraformVariable(scope, 'cache_slot', {
    type: 'number',
    description: "Which of the platform's Redis users for guests is this service's own; whoever deploys it keeps the book",
  });
  variable.addValidation({
    condition: '${var.cache_slot >= 1 && floor(var.cache_slot) == var.cache_slot}',
    errorMessage: 'Slots are numbered from 1.',
  });
  const slot = variable.stringValue;
  const name = guestUserOf(environment, slot);
  return {
    name,
    arn: `arn:aws:elasticache:${region}:${accountId}:user:${name}`,
    // Whoever had the slot before may have left keys.
    keyPrefix: `${guestKeysOf(slot)}${keyPrefixOf(service)}`,
  };
}
