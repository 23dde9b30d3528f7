/**
 * Lets supabase-js count the life of a token by the clock of this device: the answer says for how many seconds it lives, and
 * its moment of expiry by the server's clock is left out. A device whose clock is an hour fast would renew without end otherwise.
 */
export async function fetchByDeviceTime(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const answer = await fetch(input, init);
  if (!answer.ok || answer.status === 204 || !/json/.test(answer.headers.get("Content-Type") ?? "")) return answer;
  const text = await answer.text();
  return new Response(withoutMoment(text), { status: answer.status, headers: answer.headers });
}

/** Takes the moment of expiry out of an answer that brings a session; any other answer stays as it is. */
export function withoutMoment(text: string): string {
  try {
    const { expires_at, ...others } = JSON.parse(text);
    return expires_at !== undefined && "access_token" in others && "expires_in" in others
      ? JSON.stringify(others)
      : text;
  } catch {
    return text;
  }
}
