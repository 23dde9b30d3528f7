/** The API and Supabase Auth take no shorter one. */
const LEAST = 8;
/** More bytes are not looked at by the hash of Supabase Auth. */
const MOST = 72;

/** Why a password cannot be taken at all; whether it is strong enough is decided by Supabase Auth. */
export function passwordFault(password: string): "short" | "long" | null {
  if ([...password].length < LEAST) return "short";
  return new TextEncoder().encode(password).length > MOST ? "long" : null;
}
