export { ChooseSchool } from "./ChooseSchool";
export { SignIn } from "./SignIn";
export { SignInAgain } from "./SignInAgain";
