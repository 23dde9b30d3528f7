import "./words";
import { Button, Stack } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "@/platform/api/api";
import { isProblem } from "@/platform/api/problem";
import { arrival, auth, changeSchool, startAnew, useSession } from "@/platform/session/session";
import type { Fault as Why } from "./authFault";
import { FirstPassword } from "./FirstPassword";
import { passwordFault } from "./password";
import { Refused } from "./Refused";

type Props = {
  secret: string;
  /** The service sets this password and ends all sessions, because somebody else may have made the account. */
  asksPassword: boolean;
};

/** Accepts the invitation that has the secret, with the account that is signed in. */
export function SecretForm({ secret, asksPassword }: Props) {
  const { t } = useTranslation();
  const { email } = useSession();
  const [password, setPassword] = useState("");
  const [fault, setFault] = useState<Why | null>(null);
  const [error, setError] = useState<unknown>(null);
  const accept = api.useMutation("post", "/api/v1/auth/invitations/acceptance");
  const enter = async () => {
    const short = asksPassword ? passwordFault(password) : null;
    setFault(short);
    setError(null);
    if (short) return;
    try {
      const { school_id } = await accept.mutateAsync({ body: asksPassword ? { secret, password } : { secret } });
      arrival.secret = null;
      await open(school_id);
    } catch (problem) {
      if (isProblem(problem) && problem.violations.some(({ field }) => field === "password")) setFault("weak");
      else setError(problem);
    }
  };
  const open = async (school: string) => {
    if (asksPassword && email) {
      const { error: out } = await auth().signInWithPassword({ email, password });
      // The new password holds; the person types it at the door.
      if (out) return startAnew("/entrar");
    }
    changeSchool(school);
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        enter();
      }}
    >
      <Stack>
        {asksPassword ? <FirstPassword value={password} onChange={setPassword} fault={fault} /> : null}
        <Refused error={error} />
        <Button type="submit" size="md" loading={accept.isPending}>
          {t("account.invitation.accept")}
        </Button>
      </Stack>
    </form>
  );
}
