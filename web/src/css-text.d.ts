/** A stylesheet as text, put in by the build. */
declare module "*.css?inline" {
  const text: string;
  export default text;
}
