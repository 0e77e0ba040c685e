// What a Redis user may do: everything that is not dangerous, on its own keys and channels.

/** https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/ */
export function cacheAccess(keyPrefix: string): string {
  return `on resetchannels ~${keyPrefix}* &${keyPrefix}* +@all -@admin -@dangerous`;
}
