import { Proxy as KnownProxy } from "node-inspect-extracted";

/** The part of the port of Node's inspection that its declarations leave out. */
const { getProxyDetails } = KnownProxy as unknown as {
  getProxyDetails(value: unknown): unknown;
};

/** Whether a value is a Proxy that cells have made: no script can tell of others. */
export const isProxy = (value: unknown): boolean =>
  ((typeof value === "object" && value !== null) || typeof value === "function") &&
  getProxyDetails(value) !== undefined;

const NativeProxy = globalThis.Proxy;

/** Does something while `Proxy` stands for the language's own: by that name the port makes those that it knows. */
function natively<T>(work: () => T): T {
  const before = globalThis.Proxy;
  globalThis.Proxy = NativeProxy;
  try {
    return work();
  } finally {
    globalThis.Proxy = before;
  }
}

/** A Proxy that is known as one. */
export const knownProxy = <T extends object>(target: T, handler: ProxyHandler<T>): T =>
  natively(() => new KnownProxy(target, handler));

/** Has every Proxy known that is made from now on; nothing else of them changes. */
export function knowProxies(): void {
  const { revocable } = KnownProxy as unknown as ProxyConstructor;
  globalThis.Proxy = new NativeProxy(NativeProxy, {
    construct: (_, [target, handler]) => knownProxy(target, handler),
    get: (native, key) =>
      key === "revocable"
        ? (target: object, handler: ProxyHandler<object>) =>
            natively(() => revocable(target, handler))
        : Reflect.get(native, key),
  });
}

/** Whether a getter of the language itself takes a value for one of its own kind. */
function hasSlot(prototype: object, name: string): (value: unknown) => boolean {
  const { get } = Object.getOwnPropertyDescriptor(prototype, name) ?? {};
  return (value) => {
    try {
      get?.call(value);
      return true;
    } catch {
      return false;
    }
  };
}

/** Whether a value is a Map, whatever it says of itself. */
export const isMap = hasSlot(Map.prototype, "size") as (
  value: unknown,
) => value is Map<unknown, unknown>;

/** Whether a value is a Set, whatever it says of itself. */
export const isSet = hasSlot(Set.prototype, "size") as (value: unknown) => value is Set<unknown>;

const { isError } = Error as { isError?(value: unknown): boolean };

/** Whether a value is an error of the language itself; older engines take its class's word for it. */
export function isNativeError(value: unknown): value is Error {
  if (isError !== undefined) return isError(value);
  return !isProxy(value) && value instanceof Error;
}
