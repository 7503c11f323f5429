/** Is the address on one of these hosts, or on one below it? Hosts are compared whole, never by substring. */
export function isOnHost({ hostname }: URL, hosts: readonly string[]): boolean {
  return hosts.some((host) => hostname === host || hostname.endsWith(`.${host}`));
}
