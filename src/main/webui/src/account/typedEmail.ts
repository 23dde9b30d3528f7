/** The e-mail that somebody typed at one of the doors, so that the next one asks for it no more. It lives with the page. */
export const typedEmail = { value: "" };
