(function(){var e=globalThis,t=e.ShadowRoot&&(e.ShadyCSS===void 0||e.ShadyCSS.nativeShadow)&&`adoptedStyleSheets`in Document.prototype&&`replace`in CSSStyleSheet.prototype,n=Symbol(),r=new WeakMap,i=class{constructor(e,t,r){if(this._$cssResult$=!0,r!==n)throw Error("CSSResult is not constructable. Use `unsafeCSS` or `css` instead.");this.cssText=e,this.t=t}get styleSheet(){let e=this.o,n=this.t;if(t&&e===void 0){let t=n!==void 0&&n.length===1;t&&(e=r.get(n)),e===void 0&&((this.o=e=new CSSStyleSheet).replaceSync(this.cssText),t&&r.set(n,e))}return e}toString(){return this.cssText}},a=e=>new i(typeof e==`string`?e:e+``,void 0,n),o=(e,...t)=>new i(e.length===1?e[0]:t.reduce((t,n,r)=>t+(e=>{if(!0===e._$cssResult$)return e.cssText;if(typeof e==`number`)return e;throw Error(`Value passed to 'css' function must be a 'css' function result: `+e+`. Use 'unsafeCSS' to pass non-literal values, but take care to ensure page security.`)})(n)+e[r+1],e[0]),e,n),s=(n,r)=>{if(t)n.adoptedStyleSheets=r.map(e=>e instanceof CSSStyleSheet?e:e.styleSheet);else for(let t of r){let r=document.createElement(`style`),i=e.litNonce;i!==void 0&&r.setAttribute(`nonce`,i),r.textContent=t.cssText,n.appendChild(r)}},c=t?e=>e:e=>e instanceof CSSStyleSheet?(e=>{let t=``;for(let n of e.cssRules)t+=n.cssText;return a(t)})(e):e,{is:l,defineProperty:u,getOwnPropertyDescriptor:d,getOwnPropertyNames:f,getOwnPropertySymbols:p,getPrototypeOf:m}=Object,h=globalThis,ee=h.trustedTypes,te=ee?ee.emptyScript:``,ne=h.reactiveElementPolyfillSupport,g=(e,t)=>e,_={toAttribute(e,t){switch(t){case Boolean:e=e?te:null;break;case Object:case Array:e=e==null?e:JSON.stringify(e)}return e},fromAttribute(e,t){let n=e;switch(t){case Boolean:n=e!==null;break;case Number:n=e===null?null:Number(e);break;case Object:case Array:try{n=JSON.parse(e)}catch{n=null}}return n}},re=(e,t)=>!l(e,t),ie={attribute:!0,type:String,converter:_,reflect:!1,useDefault:!1,hasChanged:re};Symbol.metadata??=Symbol(`metadata`),h.litPropertyMetadata??=new WeakMap;var v=class extends HTMLElement{static addInitializer(e){this._$Ei(),(this.l??=[]).push(e)}static get observedAttributes(){return this.finalize(),this._$Eh&&[...this._$Eh.keys()]}static createProperty(e,t=ie){if(t.state&&(t.attribute=!1),this._$Ei(),this.prototype.hasOwnProperty(e)&&((t=Object.create(t)).wrapped=!0),this.elementProperties.set(e,t),!t.noAccessor){let n=Symbol(),r=this.getPropertyDescriptor(e,n,t);r!==void 0&&u(this.prototype,e,r)}}static getPropertyDescriptor(e,t,n){let{get:r,set:i}=d(this.prototype,e)??{get(){return this[t]},set(e){this[t]=e}};return{get:r,set(t){let a=r?.call(this);i?.call(this,t),this.requestUpdate(e,a,n)},configurable:!0,enumerable:!0}}static getPropertyOptions(e){return this.elementProperties.get(e)??ie}static _$Ei(){if(this.hasOwnProperty(g(`elementProperties`)))return;let e=m(this);e.finalize(),e.l!==void 0&&(this.l=[...e.l]),this.elementProperties=new Map(e.elementProperties)}static finalize(){if(this.hasOwnProperty(g(`finalized`)))return;if(this.finalized=!0,this._$Ei(),this.hasOwnProperty(g(`properties`))){let e=this.properties,t=[...f(e),...p(e)];for(let n of t)this.createProperty(n,e[n])}let e=this[Symbol.metadata];if(e!==null){let t=litPropertyMetadata.get(e);if(t!==void 0)for(let[e,n]of t)this.elementProperties.set(e,n)}this._$Eh=new Map;for(let[e,t]of this.elementProperties){let n=this._$Eu(e,t);n!==void 0&&this._$Eh.set(n,e)}this.elementStyles=this.finalizeStyles(this.styles)}static finalizeStyles(e){let t=[];if(Array.isArray(e)){let n=new Set(e.flat(1/0).reverse());for(let e of n)t.unshift(c(e))}else e!==void 0&&t.push(c(e));return t}static _$Eu(e,t){let n=t.attribute;return!1===n?void 0:typeof n==`string`?n:typeof e==`string`?e.toLowerCase():void 0}constructor(){super(),this._$Ep=void 0,this.isUpdatePending=!1,this.hasUpdated=!1,this._$Em=null,this._$Ev()}_$Ev(){this._$ES=new Promise(e=>this.enableUpdating=e),this._$AL=new Map,this._$E_(),this.requestUpdate(),this.constructor.l?.forEach(e=>e(this))}addController(e){(this._$EO??=new Set).add(e),this.renderRoot!==void 0&&this.isConnected&&e.hostConnected?.()}removeController(e){this._$EO?.delete(e)}_$E_(){let e=new Map,t=this.constructor.elementProperties;for(let n of t.keys())this.hasOwnProperty(n)&&(e.set(n,this[n]),delete this[n]);e.size>0&&(this._$Ep=e)}createRenderRoot(){let e=this.shadowRoot??this.attachShadow(this.constructor.shadowRootOptions);return s(e,this.constructor.elementStyles),e}connectedCallback(){this.renderRoot??=this.createRenderRoot(),this.enableUpdating(!0),this._$EO?.forEach(e=>e.hostConnected?.())}enableUpdating(e){}disconnectedCallback(){this._$EO?.forEach(e=>e.hostDisconnected?.())}attributeChangedCallback(e,t,n){this._$AK(e,n)}_$ET(e,t){let n=this.constructor.elementProperties.get(e),r=this.constructor._$Eu(e,n);if(r!==void 0&&!0===n.reflect){let i=(n.converter?.toAttribute===void 0?_:n.converter).toAttribute(t,n.type);this._$Em=e,i==null?this.removeAttribute(r):this.setAttribute(r,i),this._$Em=null}}_$AK(e,t){let n=this.constructor,r=n._$Eh.get(e);if(r!==void 0&&this._$Em!==r){let e=n.getPropertyOptions(r),i=typeof e.converter==`function`?{fromAttribute:e.converter}:e.converter?.fromAttribute===void 0?_:e.converter;this._$Em=r;let a=i.fromAttribute(t,e.type);this[r]=a??this._$Ej?.get(r)??a,this._$Em=null}}requestUpdate(e,t,n,r=!1,i){if(e!==void 0){let a=this.constructor;if(!1===r&&(i=this[e]),n??=a.getPropertyOptions(e),!((n.hasChanged??re)(i,t)||n.useDefault&&n.reflect&&i===this._$Ej?.get(e)&&!this.hasAttribute(a._$Eu(e,n))))return;this.C(e,t,n)}!1===this.isUpdatePending&&(this._$ES=this._$EP())}C(e,t,{useDefault:n,reflect:r,wrapped:i},a){n&&!(this._$Ej??=new Map).has(e)&&(this._$Ej.set(e,a??t??this[e]),!0!==i||a!==void 0)||(this._$AL.has(e)||(this.hasUpdated||n||(t=void 0),this._$AL.set(e,t)),!0===r&&this._$Em!==e&&(this._$Eq??=new Set).add(e))}async _$EP(){this.isUpdatePending=!0;try{await this._$ES}catch(e){Promise.reject(e)}let e=this.scheduleUpdate();return e!=null&&await e,!this.isUpdatePending}scheduleUpdate(){return this.performUpdate()}performUpdate(){if(!this.isUpdatePending)return;if(!this.hasUpdated){if(this.renderRoot??=this.createRenderRoot(),this._$Ep){for(let[e,t]of this._$Ep)this[e]=t;this._$Ep=void 0}let e=this.constructor.elementProperties;if(e.size>0)for(let[t,n]of e){let{wrapped:e}=n,r=this[t];!0!==e||this._$AL.has(t)||r===void 0||this.C(t,void 0,n,r)}}let e=!1,t=this._$AL;try{e=this.shouldUpdate(t),e?(this.willUpdate(t),this._$EO?.forEach(e=>e.hostUpdate?.()),this.update(t)):this._$EM()}catch(t){throw e=!1,this._$EM(),t}e&&this._$AE(t)}willUpdate(e){}_$AE(e){this._$EO?.forEach(e=>e.hostUpdated?.()),this.hasUpdated||(this.hasUpdated=!0,this.firstUpdated(e)),this.updated(e)}_$EM(){this._$AL=new Map,this.isUpdatePending=!1}get updateComplete(){return this.getUpdateComplete()}getUpdateComplete(){return this._$ES}shouldUpdate(e){return!0}update(e){this._$Eq&&=this._$Eq.forEach(e=>this._$ET(e,this[e])),this._$EM()}updated(e){}firstUpdated(e){}};v.elementStyles=[],v.shadowRootOptions={mode:`open`},v[g(`elementProperties`)]=new Map,v[g(`finalized`)]=new Map,ne?.({ReactiveElement:v}),(h.reactiveElementVersions??=[]).push(`2.1.2`);var ae=globalThis,oe=e=>e,y=ae.trustedTypes,se=y?y.createPolicy(`lit-html`,{createHTML:e=>e}):void 0,ce=`$lit$`,b=`lit$${Math.random().toFixed(9).slice(2)}$`,le=`?`+b,ue=`<${le}>`,x=document,S=()=>x.createComment(``),C=e=>e===null||typeof e!=`object`&&typeof e!=`function`,de=Array.isArray,fe=e=>de(e)||typeof e?.[Symbol.iterator]==`function`,pe=`[ 	
\f\r]`,w=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,me=/-->/g,he=/>/g,T=RegExp(`>|${pe}(?:([^\\s"'>=/]+)(${pe}*=${pe}*(?:[^ \t\n\f\r"'\`<>=]|("|')|))|$)`,`g`),ge=/'/g,_e=/"/g,ve=/^(?:script|style|textarea|title)$/i,ye=e=>(t,...n)=>({_$litType$:e,strings:t,values:n}),E=ye(1),be=ye(2),D=Symbol.for(`lit-noChange`),O=Symbol.for(`lit-nothing`),xe=new WeakMap,k=x.createTreeWalker(x,129);function Se(e,t){if(!de(e)||!e.hasOwnProperty(`raw`))throw Error(`invalid template strings array`);return se===void 0?t:se.createHTML(t)}var Ce=(e,t)=>{let n=e.length-1,r=[],i,a=t===2?`<svg>`:t===3?`<math>`:``,o=w;for(let t=0;t<n;t++){let n=e[t],s,c,l=-1,u=0;for(;u<n.length&&(o.lastIndex=u,c=o.exec(n),c!==null);)u=o.lastIndex,o===w?c[1]===`!--`?o=me:c[1]===void 0?c[2]===void 0?c[3]!==void 0&&(o=T):(ve.test(c[2])&&(i=RegExp(`</`+c[2],`g`)),o=T):o=he:o===T?c[0]===`>`?(o=i??w,l=-1):c[1]===void 0?l=-2:(l=o.lastIndex-c[2].length,s=c[1],o=c[3]===void 0?T:c[3]===`"`?_e:ge):o===_e||o===ge?o=T:o===me||o===he?o=w:(o=T,i=void 0);let d=o===T&&e[t+1].startsWith(`/>`)?` `:``;a+=o===w?n+ue:l>=0?(r.push(s),n.slice(0,l)+ce+n.slice(l)+b+d):n+b+(l===-2?t:d)}return[Se(e,a+(e[n]||`<?>`)+(t===2?`</svg>`:t===3?`</math>`:``)),r]},we=class e{constructor({strings:t,_$litType$:n},r){let i;this.parts=[];let a=0,o=0,s=t.length-1,c=this.parts,[l,u]=Ce(t,n);if(this.el=e.createElement(l,r),k.currentNode=this.el.content,n===2||n===3){let e=this.el.content.firstChild;e.replaceWith(...e.childNodes)}for(;(i=k.nextNode())!==null&&c.length<s;){if(i.nodeType===1){if(i.hasAttributes())for(let e of i.getAttributeNames())if(e.endsWith(ce)){let t=u[o++],n=i.getAttribute(e).split(b),r=/([.?@])?(.*)/.exec(t);c.push({type:1,index:a,name:r[2],strings:n,ctor:r[1]===`.`?Ee:r[1]===`?`?De:r[1]===`@`?Oe:M}),i.removeAttribute(e)}else e.startsWith(b)&&(c.push({type:6,index:a}),i.removeAttribute(e));if(ve.test(i.tagName)){let e=i.textContent.split(b),t=e.length-1;if(t>0){i.textContent=y?y.emptyScript:``;for(let n=0;n<t;n++)i.append(e[n],S()),k.nextNode(),c.push({type:2,index:++a});i.append(e[t],S())}}}else if(i.nodeType===8){if(i.data===le)c.push({type:2,index:a});else{let e=-1;for(;(e=i.data.indexOf(b,e+1))!==-1;)c.push({type:7,index:a}),e+=b.length-1}}a++}}static createElement(e,t){let n=x.createElement(`template`);return n.innerHTML=e,n}};function A(e,t,n=e,r){if(t===D)return t;let i=r===void 0?n._$Cl:n._$Co?.[r],a=C(t)?void 0:t._$litDirective$;return i?.constructor!==a&&(i?._$AO?.(!1),a===void 0?i=void 0:(i=new a(e),i._$AT(e,n,r)),r===void 0?n._$Cl=i:(n._$Co??=[])[r]=i),i!==void 0&&(t=A(e,i._$AS(e,t.values),i,r)),t}var Te=class{constructor(e,t){this._$AV=[],this._$AN=void 0,this._$AD=e,this._$AM=t}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(e){let{el:{content:t},parts:n}=this._$AD,r=(e?.creationScope??x).importNode(t,!0);k.currentNode=r;let i=k.nextNode(),a=0,o=0,s=n[0];for(;s!==void 0;){if(a===s.index){let t;s.type===2?t=new j(i,i.nextSibling,this,e):s.type===1?t=new s.ctor(i,s.name,s.strings,this,e):s.type===6&&(t=new ke(i,this,e)),this._$AV.push(t),s=n[++o]}a!==s?.index&&(i=k.nextNode(),a++)}return k.currentNode=x,r}p(e){let t=0;for(let n of this._$AV)n!==void 0&&(n.strings===void 0?n._$AI(e[t]):(n._$AI(e,n,t),t+=n.strings.length-2)),t++}},j=class e{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(e,t,n,r){this.type=2,this._$AH=O,this._$AN=void 0,this._$AA=e,this._$AB=t,this._$AM=n,this.options=r,this._$Cv=r?.isConnected??!0}get parentNode(){let e=this._$AA.parentNode,t=this._$AM;return t!==void 0&&e?.nodeType===11&&(e=t.parentNode),e}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(e,t=this){e=A(this,e,t),C(e)?e===O||e==null||e===``?(this._$AH!==O&&this._$AR(),this._$AH=O):e!==this._$AH&&e!==D&&this._(e):e._$litType$===void 0?e.nodeType===void 0?fe(e)?this.k(e):this._(e):this.T(e):this.$(e)}O(e){return this._$AA.parentNode.insertBefore(e,this._$AB)}T(e){this._$AH!==e&&(this._$AR(),this._$AH=this.O(e))}_(e){this._$AH!==O&&C(this._$AH)?this._$AA.nextSibling.data=e:this.T(x.createTextNode(e)),this._$AH=e}$(e){let{values:t,_$litType$:n}=e,r=typeof n==`number`?this._$AC(e):(n.el===void 0&&(n.el=we.createElement(Se(n.h,n.h[0]),this.options)),n);if(this._$AH?._$AD===r)this._$AH.p(t);else{let e=new Te(r,this),n=e.u(this.options);e.p(t),this.T(n),this._$AH=e}}_$AC(e){let t=xe.get(e.strings);return t===void 0&&xe.set(e.strings,t=new we(e)),t}k(t){de(this._$AH)||(this._$AH=[],this._$AR());let n=this._$AH,r,i=0;for(let a of t)i===n.length?n.push(r=new e(this.O(S()),this.O(S()),this,this.options)):r=n[i],r._$AI(a),i++;i<n.length&&(this._$AR(r&&r._$AB.nextSibling,i),n.length=i)}_$AR(e=this._$AA.nextSibling,t){for(this._$AP?.(!1,!0,t);e!==this._$AB;){let t=oe(e).nextSibling;oe(e).remove(),e=t}}setConnected(e){this._$AM===void 0&&(this._$Cv=e,this._$AP?.(e))}},M=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(e,t,n,r,i){this.type=1,this._$AH=O,this._$AN=void 0,this.element=e,this.name=t,this._$AM=r,this.options=i,n.length>2||n[0]!==``||n[1]!==``?(this._$AH=Array(n.length-1).fill(new String),this.strings=n):this._$AH=O}_$AI(e,t=this,n,r){let i=this.strings,a=!1;if(i===void 0)e=A(this,e,t,0),a=!C(e)||e!==this._$AH&&e!==D,a&&(this._$AH=e);else{let r=e,o,s;for(e=i[0],o=0;o<i.length-1;o++)s=A(this,r[n+o],t,o),s===D&&(s=this._$AH[o]),a||=!C(s)||s!==this._$AH[o],s===O?e=O:e!==O&&(e+=(s??``)+i[o+1]),this._$AH[o]=s}a&&!r&&this.j(e)}j(e){e===O?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,e??``)}},Ee=class extends M{constructor(){super(...arguments),this.type=3}j(e){this.element[this.name]=e===O?void 0:e}},De=class extends M{constructor(){super(...arguments),this.type=4}j(e){this.element.toggleAttribute(this.name,!!e&&e!==O)}},Oe=class extends M{constructor(e,t,n,r,i){super(e,t,n,r,i),this.type=5}_$AI(e,t=this){if((e=A(this,e,t,0)??O)===D)return;let n=this._$AH,r=e===O&&n!==O||e.capture!==n.capture||e.once!==n.once||e.passive!==n.passive,i=e!==O&&(n===O||r);r&&this.element.removeEventListener(this.name,this,n),i&&this.element.addEventListener(this.name,this,e),this._$AH=e}handleEvent(e){typeof this._$AH==`function`?this._$AH.call(this.options?.host??this.element,e):this._$AH.handleEvent(e)}},ke=class{constructor(e,t,n){this.element=e,this.type=6,this._$AN=void 0,this._$AM=t,this.options=n}get _$AU(){return this._$AM._$AU}_$AI(e){A(this,e)}},Ae={M:ce,P:b,A:le,C:1,L:Ce,R:Te,D:fe,V:A,I:j,H:M,N:De,U:Oe,B:Ee,F:ke},je=ae.litHtmlPolyfillSupport;je?.(we,j),(ae.litHtmlVersions??=[]).push(`3.3.3`);var Me=(e,t,n)=>{let r=n?.renderBefore??t,i=r._$litPart$;if(i===void 0){let e=n?.renderBefore??null;r._$litPart$=i=new j(t.insertBefore(S(),e),e,void 0,n??{})}return i._$AI(e),i},Ne=globalThis,N=class extends v{constructor(){super(...arguments),this.renderOptions={host:this},this._$Do=void 0}createRenderRoot(){let e=super.createRenderRoot();return this.renderOptions.renderBefore??=e.firstChild,e}update(e){let t=this.render();this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),super.update(e),this._$Do=Me(t,this.renderRoot,this.renderOptions)}connectedCallback(){super.connectedCallback(),this._$Do?.setConnected(!0)}disconnectedCallback(){super.disconnectedCallback(),this._$Do?.setConnected(!1)}render(){return D}};N._$litElement$=!0,N.finalized=!0,Ne.litElementHydrateSupport?.({LitElement:N});var Pe=Ne.litElementPolyfillSupport;Pe?.({LitElement:N}),(Ne.litElementVersions??=[]).push(`4.2.2`);var P=e=>(t,n)=>{n===void 0?customElements.define(e,t):n.addInitializer(()=>{customElements.define(e,t)})},Fe={attribute:!0,type:String,converter:_,reflect:!1,hasChanged:re},Ie=(e=Fe,t,n)=>{let{kind:r,metadata:i}=n,a=globalThis.litPropertyMetadata.get(i);if(a===void 0&&globalThis.litPropertyMetadata.set(i,a=new Map),r===`setter`&&((e=Object.create(e)).wrapped=!0),a.set(n.name,e),r===`accessor`){let{name:r}=n;return{set(n){let i=t.get.call(this);t.set.call(this,n),this.requestUpdate(r,i,e,!0,n)},init(t){return t!==void 0&&this.C(r,void 0,e,t),t}}}if(r===`setter`){let{name:r}=n;return function(n){let i=this[r];t.call(this,n),this.requestUpdate(r,i,e,!0,n)}}throw Error(`Unsupported decorator location: `+r)};function F(e){return(t,n)=>typeof n==`object`?Ie(e,t,n):((e,t,n)=>{let r=t.hasOwnProperty(n);return t.constructor.createProperty(n,e),r?Object.getOwnPropertyDescriptor(t,n):void 0})(e,t,n)}function I(e){return F({...e,state:!0,attribute:!1})}var Le=(e,t,n)=>(n.configurable=!0,n.enumerable=!0,Reflect.decorate&&typeof t!=`object`&&Object.defineProperty(e,t,n),n);function L(e,t){return(n,r,i)=>{let a=t=>t.renderRoot?.querySelector(e)??null;if(t){let{get:e,set:t}=typeof r==`object`?n:i??(()=>{let e=Symbol();return{get(){return this[e]},set(t){this[e]=t}}})();return Le(n,r,{get(){let n=e.call(this);return n===void 0&&(n=a(this),(n!==null||this.hasUpdated)&&t.call(this,n)),n}})}return Le(n,r,{get(){return a(this)}})}}var R=o`
  :host {
    font: 400 15px/1.45 var(--font);
    color: var(--text);
  }
  :host([hidden]) {
    display: none;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h1,
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd,
  figure {
    margin: 0;
    padding: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  a {
    color: var(--accent-text);
    text-underline-offset: 2px;
  }
  :focus-visible {
    outline: 2px solid var(--accent-text);
    outline-offset: 2px;
  }
  button {
    font: inherit;
    color: inherit;
    cursor: pointer;
  }
  button:disabled {
    cursor: default;
    opacity: 0.55;
  }
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 6px;
    min-block-size: 36px;
    padding: 6px 14px;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius-small);
    background: var(--raised);
    font-weight: 550;
    font-size: 14px;
    text-align: center;
  }
  a.button {
    color: inherit;
    text-decoration: none;
  }
  a.button.main {
    color: var(--on-accent);
  }
  .button:hover:not(:disabled) {
    background: var(--accent-soft);
    border-color: var(--accent-line);
  }
  .button.main {
    background: var(--accent);
    border-color: var(--accent);
    color: var(--on-accent);
  }
  .button.main:hover:not(:disabled) {
    background: color-mix(in srgb, var(--accent) 88%, var(--text));
  }
  .button.danger {
    border-color: color-mix(in srgb, var(--danger) 50%, var(--surface));
    color: var(--danger);
  }
  .button.small {
    min-block-size: 28px;
    padding: 2px 10px;
    font-size: 13px;
  }
  .plain {
    border: 0;
    background: none;
    padding: 2px 4px;
    border-radius: 4px;
    color: var(--accent-text);
    text-decoration: underline;
    text-underline-offset: 2px;
    font-size: 13px;
  }
  .icon {
    display: inline-grid;
    place-items: center;
    inline-size: 36px;
    block-size: 36px;
    border: 0;
    border-radius: var(--radius-small);
    background: transparent;
  }
  .icon:hover:not(:disabled) {
    background: color-mix(in srgb, currentColor 12%, transparent);
  }
  input,
  textarea,
  select {
    inline-size: 100%;
    font: inherit;
    font-weight: 400;
    font-size: 15px;
    color: inherit;
    background: var(--raised);
    border: 1px solid var(--line-strong);
    border-radius: var(--radius-small);
    padding: 8px 10px;
  }
  textarea {
    resize: vertical;
  }
  label {
    display: block;
    font-size: 13px;
    font-weight: 550;
  }
  label > input,
  label > select,
  label > textarea {
    margin-block-start: 4px;
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    padding: 1px 8px;
    border-radius: 999px;
    background: var(--sunken);
    border: 1px solid var(--line);
    font-size: 12px;
    font-weight: 550;
    white-space: nowrap;
  }
  .small {
    font-size: 13px;
  }
  .muted {
    color: var(--muted);
  }
  .mono {
    font-family: var(--mono);
    font-size: 0.92em;
  }
  .error {
    color: var(--danger);
    font-size: 13px;
  }
  .row {
    display: flex;
    align-items: center;
    gap: 8px;
    flex-wrap: wrap;
  }
  .card {
    border: 1px solid var(--line);
    border-radius: 12px;
    background: var(--raised);
    padding: 12px;
  }
  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  svg {
    flex: none;
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation-duration: 0.01ms !important;
      animation-iteration-count: 1 !important;
      transition-duration: 0.01ms !important;
      scroll-behavior: auto !important;
    }
  }
`,Re=o`
  :host {
    --accent: var(--support-accent, #1d5f4e);
    --on-accent: var(--support-on-accent, #ffffff);
    --accent-text: var(--support-accent, #1a5a49);
    --accent-soft: color-mix(in srgb, var(--accent) 9%, var(--surface));
    --accent-line: color-mix(in srgb, var(--accent) 32%, var(--surface));
    --surface: #ffffff;
    --sunken: #f5f6f4;
    --raised: #ffffff;
    --bubble: #f0f2ef;
    --line: #dfe3df;
    --line-strong: #868f89;
    --text: #1b211e;
    --muted: #5a645e;
    --danger: #a62b1f;
    --danger-soft: #fcedea;
    --warn: #7d4e00;
    --warn-soft: #fdf3dd;
    --ok: #1a6a3c;
    --ok-soft: #e5f4ea;
    --note: #fff7d6;
    --shadow: 0 1px 2px rgb(16 24 20 / 8%), 0 12px 40px rgb(16 24 20 / 18%);
    --radius: 14px;
    --radius-small: 8px;
    --font: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", Arial, sans-serif;
    --mono: ui-monospace, "SF Mono", "Cascadia Mono", "Segoe UI Mono", "DejaVu Sans Mono", monospace;
    color-scheme: light dark;
  }

  @media (prefers-color-scheme: dark) {
    :host {
      --accent: var(--support-accent-dark, #2c7a64);
      --on-accent: var(--support-on-accent-dark, #ffffff);
      --accent-text: var(--support-accent-dark, #8ad6bd);
      --accent-soft: color-mix(in srgb, var(--accent) 26%, var(--surface));
      --accent-line: color-mix(in srgb, var(--accent) 70%, var(--surface));
      --bubble: #28302c;
      --surface: #171c1a;
      --sunken: #101412;
      --raised: #1f2623;
      --line: #323b37;
      --line-strong: #7b8781;
      --text: #eaf0ec;
      --muted: #a5b0aa;
      --danger: #ff9b8c;
      --danger-soft: #3a1f1b;
      --warn: #f2c063;
      --warn-soft: #35290f;
      --ok: #7fd8a0;
      --ok-soft: #16301f;
      --note: #35300f;
      --shadow: 0 1px 2px rgb(0 0 0 / 50%), 0 16px 48px rgb(0 0 0 / 55%);
    }
  }
`,z=class e extends Error{constructor(e,t,n){super(n),this.status=e,this.code=t}get isPassing(){return this.status===0||this.status===429||this.status>=500}static async of(t){let n=await t.json().catch(()=>null)??{},r=(n.errors??[]).map(e=>`${e.field} ${e.message}`).join(`; `);return new e(t.status,n.code??`error`,r||n.detail||n.title||`Error ${t.status}`)}static{this.offline=()=>new e(0,`offline`,`The service cannot be reached. Check your connection.`)}},B=e=>e instanceof Error?e.message:`Something went wrong.`,ze=class{constructor(e,t=null){this.server=e,this.credential=t}get headers(){return this.credential?{Authorization:`Bearer ${this.credential}`}:{}}get(e){return this.json(`GET`,e)}post(e,t={}){return this.json(`POST`,e,t)}put(e,t){return this.json(`PUT`,e,t)}async delete(e){await this.send(`DELETE`,e)}async upload(e,t,n){let r=new FormData;return r.set(`file`,t,t.name),await(await this.send(`POST`,e,r,{"Idempotency-Key":n})).json()}async download(e){return(await this.send(`GET`,e)).blob()}async json(e,t,n){let r=n===void 0?null:JSON.stringify(n);return await(await this.send(e,t,r,r===null?{}:{"Content-Type":`application/json`})).json()}async send(e,t,n=null,r={}){let i;try{i=await fetch(this.server+t,{method:e,headers:{...this.headers,...r},body:n})}catch{throw z.offline()}if(!i.ok)throw await z.of(i);return i}},Be=`supportgraph:staff-key`;function Ve(){return sessionStorage.getItem(Be)??``}function He(e){e?sessionStorage.setItem(Be,e):sessionStorage.removeItem(Be)}function V(e,t,n,r){var i=arguments.length,a=i<3?t:r===null?r=Object.getOwnPropertyDescriptor(t,n):r,o;if(typeof Reflect==`object`&&typeof Reflect.decorate==`function`)a=Reflect.decorate(e,t,n,r);else for(var s=e.length-1;s>=0;s--)(o=e[s])&&(a=(i<3?o(a):i>3?o(t,n,a):o(t,n))||a);return i>3&&a&&Object.defineProperty(t,n,a),a}var H=class extends N{constructor(...e){super(...e),this.heading=``,this.probe=``,this.roles=``,this.problem=``,this.isBusy=!1}static{this.styles=[R,o`
      :host {
        display: grid;
        place-items: center;
        min-block-size: 100dvh;
        padding: 24px;
        background: var(--sunken);
      }
      form {
        display: grid;
        gap: 14px;
        inline-size: min(380px, 100%);
        padding: 28px;
        border: 1px solid var(--line);
        border-radius: 18px;
        background: var(--surface);
        box-shadow: var(--shadow);
      }
      img {
        display: block;
      }
      h1 {
        font-size: 21px;
      }
      label input {
        margin-block-start: 4px;
      }
    `]}firstUpdated(){this.field.focus()}render(){return E`<form @submit=${this.submit}>
      <img src="/static/icon.svg" width="44" height="44" alt="" />
      <h1>${this.heading}</h1>
      <p class="small muted">
        Sign in with your staff key. The demo prints one for each role when it starts. It stays in this tab only.
      </p>
      <label>
        Staff key
        <input type="password" name="key" autocomplete="off" spellcheck="false" required aria-invalid=${this.problem?`true`:`false`} />
      </label>
      ${this.problem?E`<p class="error" role="alert">${this.problem}</p>`:O}
      <button class="button main" ?disabled=${this.isBusy}>${this.isBusy?`Signing in…`:`Sign in`}</button>
    </form>`}async submit(e){e.preventDefault();let t=this.field.value.trim();this.isBusy=!0,this.problem=``;try{if(!/^[\x21-\x7e]+$/.test(t))throw new z(401,`unauthorized`,``);await new ze(``,t).get(this.probe),He(t),this.dispatchEvent(new CustomEvent(`signed-in`,{detail:t}))}catch(e){this.problem=this.words(e)}finally{this.isBusy=!1}}words(e){return e instanceof z&&e.status===401?`This key is not known here. Check it and try again.`:e instanceof z&&e.status===403?`This key is for another role. This page is for ${this.roles}.`:B(e)}};V([F()],H.prototype,`heading`,void 0),V([F()],H.prototype,`probe`,void 0),V([F()],H.prototype,`roles`,void 0),V([I()],H.prototype,`problem`,void 0),V([I()],H.prototype,`isBusy`,void 0),V([L(`input`)],H.prototype,`field`,void 0),H=V([P(`staff-sign-in`)],H);var U=navigator.language||`en-US`,Ue=(e,t=U)=>new Intl.NumberFormat(t,{style:`currency`,currency:e.currency}).format(Number(e.amount)),We=(e,t=U)=>new Intl.DateTimeFormat(t,{hour:`numeric`,minute:`2-digit`}).format(new Date(e)),Ge=(e,t=U)=>new Intl.DateTimeFormat(t,{day:`numeric`,month:`short`,year:`numeric`}).format(new Date(e));function Ke(e,t=Date.now()){let n=Math.max(0,Math.round((t-Date.parse(e))/1e3));if(n<60)return`${n} s`;let r=Math.floor(n/60);if(r<60)return`${r} min`;let i=Math.floor(r/60);return i<48?`${i} h ${String(r%60).padStart(2,`0`)}`:`${Math.floor(i/24)} days`}var qe=(e,t=U)=>new Intl.NumberFormat(t,{style:`percent`,maximumFractionDigits:0}).format(e);function W(e){let t=e.replaceAll(`_`,` `);return t.charAt(0).toUpperCase()+t.slice(1)}var Je={gift_card:`Gift card`,paypal:`PayPal`,bank:`Bank account`},Ye=class extends N{constructor(...e){super(...e),this.detail=null}static{this.styles=[R,o`
      :host {
        display: block;
        overflow-y: auto;
        padding: 16px;
        background: var(--sunken);
      }
      h2 {
        margin-block: 20px 8px;
        font-size: 12px;
        font-weight: 650;
        color: var(--muted);
        text-transform: uppercase;
        letter-spacing: 0.05em;
      }
      h2:first-child {
        margin-block-start: 0;
      }
      h3 {
        font-size: 16px;
      }
      dl {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 3px 12px;
        margin-block-start: 8px;
        font-size: 13px;
      }
      dt {
        color: var(--muted);
      }
      dd {
        overflow-wrap: anywhere;
      }
      .order {
        display: grid;
        gap: 4px;
        margin-block-end: 8px;
        font-size: 13px;
      }
      .order header {
        display: flex;
        justify-content: space-between;
        gap: 8px;
        font-weight: 600;
      }
      .total {
        display: flex;
        justify-content: space-between;
        color: var(--muted);
      }
      .pending,
      .processed {
        color: var(--warn);
        background: var(--warn-soft);
      }
      .shipped {
        color: var(--accent-text);
        background: var(--accent-soft);
      }
      .delivered {
        color: var(--ok);
        background: var(--ok-soft);
      }
    `]}render(){if(!this.detail)return E`<p class="muted small">The customer's card and orders come here.</p>`;let{customer:e,orders:t}=this.detail;return E`
      <h2>Customer</h2>
      ${e?Xe(e):E`<p class="card small">A guest, or the back office is away. Ask for an order number to find them.</p>`}
      <h2>Orders</h2>
      ${t.length?t.map(Ze):E`<p class="muted small">No orders to show.</p>`}
    `}};V([F({attribute:!1})],Ye.prototype,`detail`,void 0),Ye=V([P(`customer-context`)],Ye);function Xe(e){let t=e.addresses.find(e=>e.default)??e.addresses[0];return E`<div class="card">
    <h3>${e.name}</h3>
    <dl>
      <dt>Id</dt><dd class="mono">${e.id}</dd>
      <dt>E-mail</dt><dd>${e.email}</dd>
      ${e.phone?E`<dt>Phone</dt><dd>${e.phone}</dd>`:O}
      ${t?E`<dt>Address</dt><dd>${t.line1}, ${t.city} ${t.postcode}, ${t.country}</dd>`:O}
      ${e.created_at?E`<dt>Since</dt><dd>${Ge(e.created_at)}</dd>`:O}
      <dt>Pays by</dt>
      <dd>
        ${e.payment_methods.map(e=>e.kind===`card`?`${W(e.brand??`card`)} ·${e.last4??``}`:`${Je[e.kind]??e.kind}${e.balance?` (${Ue(e.balance)})`:``}`).join(`, `)}
      </dd>
    </dl>
  </div>`}function Ze(e){let t=e.shipments[0];return E`<article class="card order">
    <header><span class="mono">${e.id}</span><span class="chip ${e.status}">${W(e.status)}</span></header>
    ${e.lines.map(e=>E`<div>${e.quantity} × ${e.name}${e.status?E` <span class="chip">${W(e.status)}</span>`:O}</div>`)}
    <div class="total"><span>${Ge(e.delivered_at??e.placed_at)}</span><strong>${Ue(e.total)}</strong></div>
    ${t?E`<div class="muted">${t.carrier} <span class="mono">${t.tracking_number}</span></div>`:O}
  </article>`}var Qe=class{constructor(){this.rest=``,this.id=null,this.name=``,this.lines=[]}feed(e){let t=[],n=(this.rest+e).split(`
`);this.rest=n.pop()??``;for(let e of n){let n=e.endsWith(`\r`)?e.slice(0,-1):e;n===``?t.push(...this.dispatch()):this.field(n)}return t}field(e){let t=e.indexOf(`:`),n=t<0?e:e.slice(0,t),r=t<0?``:e.slice(t+1).replace(/^ /,``);n===`data`?this.lines.push(r):n===`event`?this.name=r:n===`id`&&(this.id=r)}dispatch(){let e=this.lines.join(`
`),t={id:this.id,name:this.name||`message`,data:e?JSON.parse(e):null};return this.lines=[],this.name=``,e?[t]:[]}},$e=45e3,et=500,tt=1e4,nt=class{constructor(e,t,n){this.api=e,this.path=t,this.listener=n,this.ended=new AbortController,this.last=null,this.wait=et,this.run()}close(){this.ended.abort()}async run(){for(;!this.ended.signal.aborted;){try{await this.read()}catch(e){if(this.ended.signal.aborted)return;if(e instanceof z&&!e.isPassing){this.listener.onRefused(e);return}this.listener.onLine(!1)}await this.pause()}}async read(){let e=new AbortController,t=()=>e.abort();this.ended.signal.addEventListener(`abort`,t);let n=setTimeout(t,$e);try{let r={...this.api.headers,Accept:`text/event-stream`,...this.last?{"Last-Event-ID":this.last}:{}},i=await fetch(this.api.server+this.path,{headers:r,signal:e.signal,cache:`no-store`});if(!i.ok)throw await z.of(i);if(!i.body)throw z.offline();this.listener.onLine(!0),this.wait=et;let a=new Qe,o=i.body.pipeThrough(new TextDecoderStream).getReader();for(let e=await o.read();!e.done;e=await o.read()){clearTimeout(n),n=setTimeout(t,$e);for(let t of a.feed(e.value))this.take(t)}}finally{clearTimeout(n),this.ended.signal.removeEventListener(`abort`,t)}}take(e){this.ended.signal.aborted||(e.id&&(this.last=e.id),this.listener.onEvent(e))}async pause(){let e=this.wait;this.wait=Math.min(this.wait*2,tt),await new Promise(t=>{let n=()=>{clearTimeout(r),removeEventListener(`online`,n),t()},r=setTimeout(n,e*(.75+Math.random()/2));addEventListener(`online`,n)})}},rt=class{constructor(){this.status=`open`,this.consent=null,this.failures=0,this.pending=null,this.handoff=null,this.turns=new Map,this.said=new Map,this.streaming=new Map,this.running=new Set,this.calls=new Map}get messages(){return[...this.said.values()].sort((e,t)=>e.seq-t.seq)}get drafts(){return[...this.streaming].map(([e,t])=>({id:e,text:t}))}get isAnswering(){return this.status===`open`&&this.running.size>0}get answeringTurn(){return this.isAnswering?[...this.running][0]??null:null}callsOf(e){return e?this.turns.get(e)?.tool_calls??this.calls.get(e)??[]:[]}callsToldBy(e){return this.messages.findLast(t=>t.turn_id===e.turn_id&&t.role===`assistant`)?.id===e.id?this.callsOf(e.turn_id):[]}add(e){let t=!this.said.has(e.id);return this.said.set(e.id,e),this.streaming.delete(e.id),t}apply(e){switch(e.name){case`message.completed`:{let t=e.data;return this.add(t)?t:null}case`message.delta`:{let{message_id:t,text:n}=e.data;return this.said.has(t)||this.streaming.set(t,(this.streaming.get(t)??``)+n),null}case`turn.started`:return this.begin(e.data.id),null;case`turn.completed`:return this.finish(e.data),null;case`tool.completed`:{let{turn_id:t,...n}=e.data;return this.calls.set(t,[...this.calls.get(t)??[],n]),null}case`handoff.updated`:return this.handoff=e.data,null;case`conversation.updated`:return this.update(e.data),null;default:return null}}begin(e){this.turns.has(e)||this.running.add(e)}finish(e){this.turns.set(e.id,e),this.running.delete(e.id),this.calls.delete(e.id),this.streaming.clear()}update(e){e.status&&(this.status=e.status),e.failures!==void 0&&(this.failures=e.failures),e.consent!==void 0&&(this.consent=e.consent),e.pending_action!==void 0&&(this.pending=e.pending_action)}},it=[`waiting_for_human`,`with_human`,`waiting_for_approval`],at=class{constructor(e){this.api=e,this.names=new Map,this.customers=new Map}of(e){return this.names.get(e.conversation_id)??`…`}async learn(e){if(e.every(e=>this.names.has(e.conversation_id)))return;let t=await Promise.all(it.map(e=>this.api.get(`/v1/conversations?status=${e}&limit=200`)));for(let{id:e,customer_id:n}of t.flatMap(e=>e.items))this.names.set(e,n?await this.customer(n):`Guest`)}async customer(e){let t=this.customers.get(e);if(t)return t;let n=(await this.api.get(`/v1/backoffice/customers/${encodeURIComponent(e)}`).catch(()=>null))?.name??e;return this.customers.set(e,n),n}},ot={return_to_bot:`Returned to the assistant.`,close:`Conversation closed.`,approve:`Approved.`,reject:`Rejected. The customer reads your reason.`},st=`supportgraph:staff-name`,ct=class{constructor(e,t,n){this.api=e,this.changed=t,this.signedOut=n,this.queue=null,this.current=null,this.detail=null,this.transcript=new rt,this.isOnline=null,this.isBusy=!1,this.problem=``,this.notice=``,this.myName=sessionStorage.getItem(st)??``,this.conversationStream=null,this.names=new at(e),this.queueStream=new nt(e,`/v1/handoffs/events`,{onEvent:e=>this.takeQueue(e.data.items),onLine:e=>{this.isOnline=e,this.changed()},onRefused:()=>this.signedOut()})}leave(){this.queueStream.close(),this.conversationStream?.close()}get isMine(){return this.current?.status===`claimed`&&this.current.claimed_by===this.myName}async open(e){this.current?.id!==e.id&&(this.conversationStream?.close(),Object.assign(this,{current:e,detail:null,transcript:new rt,problem:``,notice:``}),this.conversationStream=new nt(this.api,`/v1/conversations/${e.conversation_id}/events?after=0`,{onEvent:e=>{let t=this.transcript.apply(e);this.changed(),t?.role===`customer`&&this.detail&&this.refresh()},onLine:()=>void 0,onRefused:e=>this.fail(e)}),this.changed(),await this.refresh())}async claim(){await this.work(async e=>{let t=await this.api.post(`/v1/handoffs/${e.id}/claim`);this.myName=t.claimed_by??``,sessionStorage.setItem(st,this.myName),this.current=t})}async reply(e){return this.work(async t=>{this.transcript.add(await this.api.post(`/v1/handoffs/${t.id}/messages`,{text:e}))})}async decide(e,t=``){return this.work(async n=>{let r={action:e,...t?{note:t}:{}},i=await this.api.post(`/v1/handoffs/${n.id}/resume`,r);for(let e of i.messages)this.transcript.add(e);this.current=i.handoff,this.queue=this.queue?.filter(e=>e.id!==n.id)??null,this.notice=ot[e]})}async flag(e,t,n){return this.work(async()=>{await this.api.post(`/v1/messages/${e}/flags`,{reason:t,...n?{correction:n}:{}}),this.notice=`Flagged. It is in the administration's list now.`})}async refresh(){let e=this.current?.id;if(e){try{let t=await this.api.get(`/v1/handoffs/${e}`);if(this.current?.id!==e)return;this.detail=t;for(let e of t.transcript)this.transcript.add(e)}catch(e){this.problem=B(e)}this.changed()}}takeQueue(e){this.queue=e;let t=e.find(e=>e.id===this.current?.id);t&&(this.current=t),this.changed(),this.names.learn(e).then(()=>this.changed(),e=>this.fail(e))}fail(e){this.problem=B(e),this.changed()}async work(e){let t=this.current;if(!t||this.isBusy)return!1;Object.assign(this,{isBusy:!0,problem:``,notice:``}),this.changed();try{return await e(t),!0}catch(e){return e instanceof z&&e.status===401&&this.signedOut(),this.problem=B(e),!1}finally{this.isBusy=!1,this.changed(),this.problem||this.refresh()}}},lt={ATTRIBUTE:1,CHILD:2,PROPERTY:3,BOOLEAN_ATTRIBUTE:4,EVENT:5,ELEMENT:6},ut=e=>(...t)=>({_$litDirective$:e,values:t}),dt=class{constructor(e){}get _$AU(){return this._$AM._$AU}_$AT(e,t,n){this._$Ct=e,this._$AM=t,this._$Ci=n}_$AS(e,t){return this.update(e,t)}update(e,t){return this.render(...t)}},{I:ft}=Ae,pt=e=>e,mt=()=>document.createComment(``),G=(e,t,n)=>{let r=e._$AA.parentNode,i=t===void 0?e._$AB:t._$AA;if(n===void 0)n=new ft(r.insertBefore(mt(),i),r.insertBefore(mt(),i),e,e.options);else{let t=n._$AB.nextSibling,a=n._$AM,o=a!==e;if(o){let t;n._$AQ?.(e),n._$AM=e,n._$AP!==void 0&&(t=e._$AU)!==a._$AU&&n._$AP(t)}if(t!==i||o){let e=n._$AA;for(;e!==t;){let t=pt(e).nextSibling;pt(r).insertBefore(e,i),e=t}}}return n},K=(e,t,n=e)=>(e._$AI(t,n),e),ht={},gt=(e,t=ht)=>e._$AH=t,_t=e=>e._$AH,vt=e=>{e._$AR(),e._$AA.remove()},yt=(e,t,n)=>{let r=new Map;for(let i=t;i<=n;i++)r.set(e[i],i);return r},bt=ut(class extends dt{constructor(e){if(super(e),e.type!==lt.CHILD)throw Error(`repeat() can only be used in text expressions`)}dt(e,t,n){let r;n===void 0?n=t:t!==void 0&&(r=t);let i=[],a=[],o=0;for(let t of e)i[o]=r?r(t,o):o,a[o]=n(t,o),o++;return{values:a,keys:i}}render(e,t,n){return this.dt(e,t,n).values}update(e,[t,n,r]){let i=_t(e),{values:a,keys:o}=this.dt(t,n,r);if(!Array.isArray(i))return this.ut=o,a;let s=this.ut??=[],c=[],l,u,d=0,f=i.length-1,p=0,m=a.length-1;for(;d<=f&&p<=m;)if(i[d]===null)d++;else if(i[f]===null)f--;else if(s[d]===o[p])c[p]=K(i[d],a[p]),d++,p++;else if(s[f]===o[m])c[m]=K(i[f],a[m]),f--,m--;else if(s[d]===o[m])c[m]=K(i[d],a[m]),G(e,c[m+1],i[d]),d++,m--;else if(s[f]===o[p])c[p]=K(i[f],a[p]),G(e,i[d],i[f]),f--,p++;else if(l===void 0&&(l=yt(o,p,m),u=yt(s,d,f)),l.has(s[d])){if(l.has(s[f])){let t=u.get(o[p]),n=t===void 0?null:i[t];if(n===null){let t=G(e,i[d]);K(t,a[p]),c[p]=t}else c[p]=K(n,a[p]),G(e,i[d],n),i[t]=null;p++}else vt(i[f]),f--}else vt(i[d]),d++;for(;p<=m;){let t=G(e,c[m+1]);K(t,a[p]),c[p++]=t}for(;d<=f;){let e=i[d++];e!==null&&vt(e)}return this.ut=o,gt(e,c),D}}),xt={customer_request:[`Asked for a person`,`accent`],repeated_failure:[`Assistant failed`,`warn`],no_answer:[`No answer found`,`warn`],low_confidence:[`Unsure`,`warn`],policy:[`Policy`,`plain`],approval_needed:[`Approval`,`accent`],identity_not_verified:[`Identity`,`warn`],tool_failure:[`Order system`,`danger`],sentiment:[`Upset`,`danger`],safety:[`Safety`,`danger`],model_unavailable:[`Model away`,`plain`],agent_took_over:[`Taken over`,`plain`]},St=e=>xt[e]??[e,`plain`];function Ct(e,t){let n=(t-Date.parse(e))/6e4;return n>10?`very-late`:n>3?`late`:``}function wt(e){return e.split(` · `).filter(Boolean).map(e=>{let t=e.indexOf(`: `);return t<0?[``,e]:[e.slice(0,t),e.slice(t+2)]})}var Tt=[[`waiting`,`Waiting`],[`mine`,`Mine`],[`approvals`,`Approvals`]],Et={waiting:`Nobody is waiting. New conversations come here by themselves.`,mine:`You hold no conversation. Open one under Waiting and claim it with c.`,approvals:`Nothing waits for approval.`};function Dt(e,t,n){return e===`approvals`?t.filter(e=>e.kind===`approval`&&e.status===`waiting`):e===`waiting`?t.filter(e=>e.kind===`conversation`&&e.status===`waiting`):t.filter(e=>e.status===`claimed`&&(!n||e.claimed_by===n))}var q=class extends N{constructor(...e){super(...e),this.queue=null,this.version=0,this.myName=``,this.tab=`waiting`,this.currentId=``,this.now=Date.now(),this.timer=0}static{this.styles=[R,o`
      :host {
        display: flex;
        flex-direction: column;
        min-block-size: 0;
      }
      .tabs {
        display: flex;
        gap: 2px;
        padding: 10px 10px 0;
        border-block-end: 1px solid var(--line);
      }
      .tab {
        display: flex;
        align-items: center;
        gap: 5px;
        padding: 8px 8px 9px;
        border: 0;
        border-block-end: 2px solid transparent;
        background: none;
        font-size: 13.5px;
        font-weight: 550;
        color: var(--muted);
      }
      .tab .chip {
        padding: 0 6px;
      }
      .tab[aria-selected="true"] {
        color: var(--text);
        border-color: var(--accent-text);
      }
      .list {
        flex: 1;
        overflow-y: auto;
      }
      .handoff {
        display: grid;
        grid-template-columns: 1fr auto;
        gap: 2px 10px;
        inline-size: 100%;
        padding: 12px 16px;
        border: 0;
        border-block-end: 1px solid var(--line);
        border-inline-start: 3px solid transparent;
        background: none;
        text-align: start;
      }
      .handoff:hover {
        background: var(--sunken);
      }
      .handoff[aria-current="true"] {
        background: var(--accent-soft);
        border-inline-start-color: var(--accent-text);
      }
      .handoff:focus-visible {
        outline-offset: -2px;
      }
      .name {
        font-weight: 600;
      }
      .wait {
        font-size: 13px;
        font-variant-numeric: tabular-nums;
        color: var(--muted);
      }
      .wait.late {
        color: var(--warn);
        font-weight: 650;
      }
      .wait.very-late {
        color: var(--danger);
        font-weight: 650;
      }
      .about {
        grid-column: 1 / -1;
        overflow: hidden;
        display: -webkit-box;
        -webkit-line-clamp: 2;
        -webkit-box-orient: vertical;
        font-size: 13px;
        color: var(--muted);
      }
      .reason {
        font-size: 12px;
        font-weight: 650;
      }
      .accent {
        color: var(--accent-text);
      }
      .warn {
        color: var(--warn);
      }
      .danger {
        color: var(--danger);
      }
      .empty {
        padding: 32px 24px;
        text-align: center;
        color: var(--muted);
      }
    `]}connectedCallback(){super.connectedCallback(),this.timer=window.setInterval(()=>this.now=Date.now(),1e3)}disconnectedCallback(){super.disconnectedCallback(),clearInterval(this.timer)}render(){let e=this.queue??[],t=Dt(this.tab,e,this.myName);return E`
      <div class="tabs" role="tablist" aria-label="Queue">
        ${Tt.map(([t,n])=>{let r=Dt(t,e,this.myName).length;return E`<button
            class="tab"
            role="tab"
            id="tab-${t}"
            aria-controls="list"
            aria-selected=${this.tab===t?`true`:`false`}
            @click=${()=>this.dispatchEvent(new CustomEvent(`queue-tab`,{detail:t}))}
          >
            ${n}${r?E`<span class="chip">${r}</span>`:O}
          </button>`})}
      </div>
      <div class="list" id="list" role="tabpanel" aria-labelledby="tab-${this.tab}">
        ${this.queue===null?E`<p class="empty" role="status">Loading the queue…</p>`:O}
        ${this.queue&&!t.length?E`<p class="empty">${Et[this.tab]}</p>`:O}
        ${bt(t,e=>e.id,e=>this.row(e))}
      </div>
    `}row(e){let[t,n]=St(e.reason),r=wt(e.summary),i=r.find(([e])=>e===`Action`)??r.find(([e])=>e===`Wants`),a=e.status===`waiting`?Ct(e.waiting_since,this.now):``;return E`<button
      class="handoff"
      aria-current=${e.id===this.currentId?`true`:`false`}
      @click=${()=>this.dispatchEvent(new CustomEvent(`queue-open`,{detail:e}))}
    >
      <span class="name">${this.names.of(e)}</span>
      <span class="wait ${a}">${Ke(e.waiting_since,this.now)}</span>
      <span class="reason ${n}">${t}</span>
      ${e.claimed_by?E`<span class="small muted">${e.claimed_by}</span>`:O}
      <span class="about">${i?.[1]??`Asked for a person without saying more`}</span>
    </button>`}};V([F({attribute:!1})],q.prototype,`queue`,void 0),V([F({attribute:!1})],q.prototype,`names`,void 0),V([F({attribute:!1})],q.prototype,`version`,void 0),V([F()],q.prototype,`myName`,void 0),V([F()],q.prototype,`tab`,void 0),V([F()],q.prototype,`currentId`,void 0),V([I()],q.prototype,`now`,void 0),q=V([P(`handoff-queue`)],q);var Ot={chat:`M4 5.5A2.5 2.5 0 0 1 6.5 3h11A2.5 2.5 0 0 1 20 5.5v8a2.5 2.5 0 0 1-2.5 2.5H10l-4.5 4v-4.09A2.5 2.5 0 0 1 4 13.5z`,down:`m5 9 7 7 7-7`,close:`M6 6l12 12M18 6 6 18`,send:`M12 19V5m0 0-6 6m6-6 6 6`,person:`M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zm-7 8c.7-3.6 3.5-5.5 7-5.5s6.3 1.9 7 5.5`,lock:`M7 11V8a5 5 0 0 1 10 0v3m-11 0h12v9H6z`,check:`m5 12.5 4.5 4.5L19 7.5`,thumb:`M7 11v9H4v-9zm0 0 4-7c1.7 0 2.6 1.2 2.3 2.8L12.7 10H18a2 2 0 0 1 2 2.4l-1.2 6A2 2 0 0 1 16.8 20H7`,flag:`M6 21V4h11l-2 4 2 4H6`,box:`m12 3 8 4.3v9.4L12 21l-8-4.3V7.3zm0 9 8-4.7M12 12 4 7.3M12 12v9`,search:`M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14zm5-2 4 4`,warning:`M12 4 2.5 20h19zM12 10v4.5m0 2.4v.1`,stop:`M7 7h10v10H7z`,upload:`M12 16V4m0 0L7 9m5-5 5 5M4 16v4h16v-4`,file:`M6 3h8l4 4v14H6zm8 0v4h4`,back:`m14 5-7 7 7 7`,door:`M10 5H5v14h5m-1-7h11m0 0-4-4m4 4-4 4`};function kt(e,t=18){return E`<svg
    width=${t}
    height=${t}
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    stroke-width="1.8"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    ${be`<path d=${Ot[e]}></path>`}
  </svg>`}var At={CARD:`card number`,SSN:`social security number`,IBAN:`bank account`,BANK_ACCOUNT:`bank account`,EMAIL:`e-mail address`,PHONE:`phone number`,ADDRESS:`address`,NAME:`name`,DATE_OF_BIRTH:`date of birth`,IP:`IP address`,NATIONAL_ID:`ID number`,PASSPORT:`passport number`,DRIVING_LICENCE:`driving licence number`,SECRET:`password or code`,DIGITS:`part of a number`},jt=RegExp(`\\[(${Object.keys(At).join(`|`)})(?:_\\d{1,6})?\\]`,`g`),Mt=`Hidden to protect you: the assistant neither sees nor needs it.`;function Nt(e){let t=[],n=0;for(let r of e.matchAll(jt))r.index>n&&t.push({text:e.slice(n,r.index),hidden:null}),t.push({text:r[0],hidden:At[r[1]??``]??`personal data`}),n=r.index+r[0].length;return n<e.length&&t.push({text:e.slice(n),hidden:null}),t}var Pt=/^\s*[-*•]\s+/,Ft=/^\s*\d{1,2}[.)]\s+/,It=/^#{1,4}\s+/,Lt=/\*\*([^*]+)\*\*|\[([^\]]+)\]\((https?:\/\/[^\s)]+|\/[^\s)]*)\)|(https?:\/\/[^\s<>()]+[^\s<>().,;:!?])|(\/help\/[a-z0-9-]+)/g,Rt=(e,t)=>E`<a href=${e} target="_blank" rel="noopener noreferrer">${t}</a>`;function zt(e){return Nt(e).map(e=>e.hidden?E`<span class="lock" title=${Mt}>${kt(`lock`,13)}${e.hidden} hidden</span>`:e.text)}function Bt(e,t){let n=[],r=0;for(let i of e.matchAll(Lt)){let[a,o,s,c,l,u]=i;n.push(...zt(e.slice(r,i.index))),o===void 0?s!==void 0&&c!==void 0?n.push(Rt(c.startsWith(`/`)?t+c:c,s)):l===void 0?u!==void 0&&n.push(Rt(t+u,W(u.slice(6).replaceAll(`-`,`_`)))):n.push(Rt(l,l)):n.push(E`<strong>${zt(o)}</strong>`),r=i.index+a.length}return n.push(...zt(e.slice(r))),n}function Vt(e,t){let n=n=>e.map(e=>E`<li>${Bt(e.replace(n,``),t)}</li>`);return e.every(e=>Pt.test(e))?E`<ul class="list">${n(Pt)}</ul>`:e.every(e=>Ft.test(e))?E`<ol class="list">${n(Ft)}</ol>`:e.length===1&&It.test(e[0]??``)?E`<p><strong>${Bt((e[0]??``).replace(It,``),t)}</strong></p>`:E`<p>${e.map((e,n)=>E`${n?E`<br />`:``}${Bt(e,t)}`)}</p>`}var Ht=e=>Pt.test(e)?`ul`:Ft.test(e)?`ol`:It.test(e)?`h`:`p`;function Ut(e,t=``){let n=[],r=``;for(let t of e.split(/\r?\n/)){let e=t.trim()===``?``:Ht(t);e&&(e!==r||e===`h`)&&n.push([]),e&&n.at(-1)?.push(t),r=e}return n.map(e=>Vt(e,t))}var Wt=o`
  .text {
    overflow-wrap: anywhere;
  }
  .text > * + * {
    margin-block-start: 8px;
  }
  .text .list {
    padding-inline-start: 20px;
  }
  .text ul.list {
    list-style: disc;
  }
  .text ol.list {
    list-style: decimal;
  }
  .text .list li + li {
    margin-block-start: 2px;
  }
  .lock {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    padding: 0 8px;
    border-radius: 999px;
    border: 1px dashed currentColor;
    font-size: 0.87em;
    font-weight: 550;
    white-space: nowrap;
  }
`,Gt=[`wrong`,`outdated`,`incomplete`,`tone`,`unsafe`],J=class extends N{constructor(...e){super(...e),this.messageId=``}static{this.styles=[R,o`
      form {
        display: grid;
        gap: 8px;
        margin-block-start: 6px;
      }
    `]}firstUpdated(){this.reason.focus()}render(){return E`<form class="card" @submit=${this.submit} @keydown=${this.onKey}>
      <label>What is wrong with this answer?<select>${Gt.map(e=>E`<option>${e}</option>`)}</select></label>
      <label>How should it read? (optional)<textarea rows="2" maxlength="2000"></textarea></label>
      <div class="row">
        <button class="button main small">Flag answer</button>
        <button class="button small" type="button" @click=${this.leave}>Cancel</button>
      </div>
    </form>`}submit(e){e.preventDefault();let t={messageId:this.messageId,reason:this.reason.value,correction:this.correction.value.trim()};this.dispatchEvent(new CustomEvent(`agent-flag`,{detail:t,bubbles:!0,composed:!0})),this.leave()}onKey(e){e.key===`Escape`&&this.leave()}leave(){this.dispatchEvent(new CustomEvent(`flag-done`))}};V([F()],J.prototype,`messageId`,void 0),V([L(`select`)],J.prototype,`reason`,void 0),V([L(`textarea`)],J.prototype,`correction`,void 0),J=V([P(`flag-form`)],J);var Y=class extends N{constructor(...e){super(...e),this.version=0,this.flagging=``,this.shown=``}static{this.styles=[R,Wt,o`
      :host {
        display: block;
        min-block-size: 0;
      }
      .log {
        block-size: 100%;
        overflow-y: auto;
        padding: 16px 24px;
      }
      .log:focus-visible {
        outline-offset: -3px;
      }
      article {
        display: grid;
        gap: 4px;
        max-inline-size: 640px;
        margin-block-end: 14px;
      }
      article.agent {
        margin-inline-start: auto;
        justify-items: end;
      }
      .who {
        display: flex;
        align-items: center;
        gap: 8px;
        min-block-size: 24px;
        font-size: 12px;
        color: var(--muted);
      }
      .who strong {
        color: var(--text);
      }
      .bubble {
        inline-size: fit-content;
        padding: 9px 13px;
        border: 1px solid var(--line);
        border-radius: 12px;
        background: var(--surface);
      }
      .customer .bubble {
        background: var(--bubble);
        border-color: transparent;
      }
      .agent .bubble {
        background: var(--accent);
        border-color: var(--accent);
        color: var(--on-accent);
      }
      .system {
        margin-block: 10px;
        text-align: center;
        font-size: 13px;
        color: var(--muted);
      }
      details {
        font-size: 13px;
        color: var(--muted);
      }
      summary {
        cursor: pointer;
        inline-size: fit-content;
        border-radius: 4px;
      }
      dl {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 2px 12px;
        margin-block: 6px;
        padding: 8px 12px;
        border-radius: 8px;
        background: var(--sunken);
        color: var(--text);
      }
      dt {
        color: var(--muted);
      }
      dd {
        overflow-wrap: anywhere;
      }
      .flag {
        inline-size: 26px;
        block-size: 24px;
        color: var(--muted);
      }
    `]}flagLast(){this.flagging=this.transcript.messages.findLast(e=>e.role===`assistant`)?.id??``}updated(e){let t=this.transcript.messages.at(-1)?.id??``;(e.has(`version`)||e.has(`transcript`))&&t!==this.shown&&(this.shown=t,this.log.scrollTop=this.log.scrollHeight)}render(){return E`<div class="log" role="log" aria-label="Conversation" aria-live="polite" tabindex="0">
      ${bt(this.transcript.messages,e=>e.id,e=>this.entry(e))}
    </div>`}entry(e){let{role:t,author:n,created_at:r,text:i,id:a}=e;return t===`system`?E`<div class="system">${i} · ${We(r)}</div>`:E`<article class=${t}>
      <div class="who">
        <strong>${n.name}</strong>${We(r)}
        ${t===`assistant`?E`<button class="icon flag" aria-label="Flag this answer" title="Flag this answer (f)" @click=${()=>this.flagging=a}>
              ${kt(`flag`,14)}
            </button>`:O}
      </div>
      <div class="bubble"><div class="text">${Ut(i)}</div></div>
      ${t===`assistant`?this.workings(e):O}
      ${this.flagging===a?E`<flag-form .messageId=${a} @flag-done=${()=>this.flagging=``}></flag-form>`:O}
    </article>`}workings(e){let t=this.transcript.turns.get(e.turn_id??``);return!t||t.intent===`greeting`?O:E`<details>
      <summary>${W(t.intent??`no intent`)} · ${W(t.outcome).toLowerCase()}</summary>
      <dl>
        ${t.confidence===null?O:E`<dt>Confidence</dt><dd>${qe(t.confidence)}</dd>`}
        ${Kt(t)}
        ${e.citations.map((e,t)=>E`<dt>Source ${t+1}</dt><dd>${e.title}${e.quote?E`: “${e.quote}”`:O}</dd>`)}
        <dt>Took</dt><dd>${t.duration_ms} ms</dd>
      </dl>
    </details>`}};V([F({attribute:!1})],Y.prototype,`transcript`,void 0),V([F({attribute:!1})],Y.prototype,`version`,void 0),V([I()],Y.prototype,`flagging`,void 0),V([L(`.log`)],Y.prototype,`log`,void 0),Y=V([P(`agent-transcript`)],Y);function Kt(e){return e.tool_calls.map(e=>{let t=Object.entries(e.arguments).map(([e,t])=>`${e} ${JSON.stringify(t)}`);return E`<dt>${W(e.name)}</dt>
      <dd>
        ${W(e.status).toLowerCase()}${t.length?E` <span class="mono">${t.join(`, `)}</span>`:O}
        ${e.result?.message??e.result?.reference??``}
      </dd>`})}var X=class extends N{constructor(...e){super(...e),this.isBusy=!1,this.isMine=!1,this.isRejecting=!1}static{this.styles=[R,o`
      section {
        display: grid;
        gap: 10px;
        margin: 12px 24px;
        border-color: var(--accent-line);
        background: var(--accent-soft);
      }
      .amount {
        font-size: 26px;
        font-weight: 700;
        font-variant-numeric: tabular-nums;
      }
      form {
        display: grid;
        gap: 8px;
      }
      .rule {
        font-size: 13px;
      }
    `]}render(){let e=this.handoff.detail??{};return E`<section class="card" aria-label="Approval">
      <div class="row">
        <strong>${W(e.name??`request`)}</strong>
        ${e.amount?E`<span class="amount">${Ue(e.amount)}</span>`:O}
      </div>
      <p>The customer confirmed: <strong>${e.words??this.handoff.summary}</strong>.</p>
      ${e.rule?.rule?E`<p class="rule muted">Asked by the rule <span class="mono">${e.rule.rule}</span></p>`:O}
      ${this.handoff.status===`resumed`?O:this.buttons()}
    </section>`}buttons(){if(!this.isMine){let e=this.handoff.claimed_by;return E`<p class="small">${e?`${e} holds this approval.`:`Claim it to decide.`}</p>`}return this.isRejecting?E`<form @submit=${this.reject}>
        <label for="reason">Reason. The customer will read it.</label>
        <textarea id="reason" rows="2" maxlength="2000" required></textarea>
        <div class="row">
          <button class="button danger" ?disabled=${this.isBusy}>Reject with this reason</button>
          <button class="button" type="button" @click=${()=>this.isRejecting=!1}>Back</button>
        </div>
      </form>`:E`<div class="row">
      <button class="button main" ?disabled=${this.isBusy} @click=${()=>this.decide(`approve`,``)}>Approve</button>
      <button class="button danger" ?disabled=${this.isBusy} @click=${this.startRejecting}>Reject…</button>
    </div>`}async startRejecting(){this.isRejecting=!0,await this.updateComplete,this.reason?.focus()}reject(e){e.preventDefault();let t=this.reason?.value.trim()??``;t&&this.decide(`reject`,t)}decide(e,t){this.dispatchEvent(new CustomEvent(`agent-decide`,{detail:{action:e,note:t}}))}};V([F({attribute:!1})],X.prototype,`handoff`,void 0),V([F({type:Boolean})],X.prototype,`isBusy`,void 0),V([F({type:Boolean})],X.prototype,`isMine`,void 0),V([I()],X.prototype,`isRejecting`,void 0),V([L(`textarea`)],X.prototype,`reason`,void 0),X=V([P(`approval-card`)],X);var Z=class extends N{constructor(...e){super(...e),this.suggestions=[],this.isBusy=!1,this.text=``}static{this.styles=[R,o`
      :host {
        display: block;
        padding: 10px 24px 14px;
        border-block-start: 1px solid var(--line);
        background: var(--surface);
      }
      .suggestions {
        display: flex;
        gap: 8px;
        align-items: center;
        margin-block-end: 8px;
        overflow-x: auto;
      }
      .suggestion {
        flex: 0 1 auto;
        min-inline-size: 120px;
        max-inline-size: 320px;
        padding: 4px 10px;
        border: 1px solid var(--line);
        border-radius: 8px;
        background: var(--sunken);
        font-size: 13px;
        text-align: start;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      form {
        display: flex;
        gap: 8px;
        align-items: flex-end;
      }
      textarea {
        min-block-size: 44px;
        max-block-size: 200px;
        resize: none;
        field-sizing: content;
      }
      .button {
        min-block-size: 44px;
      }
      .hint {
        margin-block-start: 4px;
        font-size: 12px;
        color: var(--muted);
      }
    `]}focusField(){this.field.focus()}clear(){this.text=``}render(){return E`
      ${this.suggestions.length?E`<div class="suggestions" role="group" aria-label="Suggested replies">
            <span class="small muted">Suggested</span>
            ${this.suggestions.map(e=>E`<button class="suggestion" title=${e.text} @click=${()=>this.insert(e.text)}>
                ${e.citations[0]?E`<strong>${e.citations[0].title}</strong> `:O}${e.text}
              </button>`)}
          </div>`:O}
      <form @submit=${this.submit}>
        <textarea
          rows="1"
          maxlength="8000"
          aria-label="Your reply"
          placeholder="Reply to the customer…"
          .value=${this.text}
          @input=${()=>this.text=this.field.value}
          @keydown=${this.onKey}
        ></textarea>
        <button class="button main" ?disabled=${this.isBusy||!this.text.trim()}>Send</button>
      </form>
      <p class="hint">Enter sends, Shift+Enter starts a line.</p>
    `}insert(e){this.text=this.text?`${this.text.trimEnd()}\n${e}`:e,this.field.focus()}onKey(e){e.key===`Escape`&&this.field.blur(),e.key!==`Enter`||e.shiftKey||e.isComposing||(e.preventDefault(),this.submit(e))}submit(e){e.preventDefault();let t=this.text.trim();t&&!this.isBusy&&this.dispatchEvent(new CustomEvent(`agent-reply`,{detail:t}))}};V([F({attribute:!1})],Z.prototype,`suggestions`,void 0),V([F({type:Boolean})],Z.prototype,`isBusy`,void 0),V([I()],Z.prototype,`text`,void 0),V([L(`textarea`)],Z.prototype,`field`,void 0),Z=V([P(`reply-composer`)],Z);var Q=class extends N{constructor(...e){super(...e),this.version=0,this.isClosing=!1}static{this.styles=[R,o`
      :host {
        display: flex;
        flex-direction: column;
        min-block-size: 0;
        background: var(--surface);
      }
      header {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px 12px;
        padding: 10px 24px;
        border-block-end: 1px solid var(--line);
      }
      h2 {
        font-size: 17px;
      }
      .actions {
        margin-inline-start: auto;
      }
      .summary {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 20px;
        padding: 10px 24px;
        border-block-end: 1px solid var(--line);
        background: var(--note);
        font-size: 14px;
      }
      .summary dt {
        display: inline;
        font-weight: 650;
      }
      .summary dd {
        display: inline;
      }
      agent-transcript {
        flex: 1;
      }
      reply-composer {
        position: sticky;
        inset-block-end: 0;
      }
      .notice {
        padding: 8px 24px;
        background: var(--ok-soft);
        color: var(--ok);
        font-size: 14px;
      }
      .notice.bad {
        background: var(--danger-soft);
        color: var(--danger);
      }
      .empty {
        margin: auto;
        padding: 40px;
        text-align: center;
        color: var(--muted);
      }
      .foot {
        padding: 14px 24px;
        border-block-start: 1px solid var(--line);
        font-size: 14px;
        color: var(--muted);
      }
    `]}focusReply(){this.composer?.focusField()}flagLast(){this.transcript?.flagLast()}askToClose(){let{current:e,isMine:t}=this.desk;e?.kind===`conversation`&&t&&(this.isClosing=!0)}render(){let{current:e,transcript:t,detail:n,problem:r,notice:i,isBusy:a,isMine:o}=this.desk;if(!e)return E`<p class="empty">Choose a conversation from the queue.<br />Press <strong>j</strong> for the first, <strong>?</strong> for all keys.</p>`;let s=e.kind===`conversation`&&e.status!==`resumed`;return E`
      ${this.head(e)}
      ${r?E`<div class="notice bad" role="alert">${r}</div>`:O}
      ${i?E`<div class="notice" role="status">${i}</div>`:O}
      ${this.summary(e)}
      ${e.kind===`approval`?E`<approval-card
            .handoff=${e}
            .isBusy=${a}
            .isMine=${o}
            @agent-decide=${e=>this.desk.decide(e.detail.action,e.detail.note)}
          ></approval-card>`:O}
      <agent-transcript
        .transcript=${t}
        .version=${this.version}
        @agent-flag=${e=>this.desk.flag(e.detail.messageId,e.detail.reason,e.detail.correction)}
      ></agent-transcript>
      ${s&&o?E`<reply-composer
            .suggestions=${n?.suggested_replies??[]}
            .isBusy=${a}
            @agent-reply=${e=>this.reply(e.detail)}
          ></reply-composer>`:E`<div class="foot">${this.whyNoReply(e)}</div>`}
    `}head(e){let[t]=St(e.reason);return E`<header>
      <button class="button small back" part="back" @click=${()=>this.dispatchEvent(new CustomEvent(`queue-back`))}>Queue</button>
      <div>
        <h2>${this.desk.names.of(e)}</h2>
        <div class="small muted">${t} · since ${We(e.waiting_since)}${e.claimed_by?` · ${e.claimed_by}`:``}</div>
      </div>
      <div class="row actions">${this.actions(e)}</div>
    </header>`}actions(e){let{isBusy:t,isMine:n}=this.desk;return e.status===`waiting`?E`<button class="button main" ?disabled=${t} @click=${()=>this.dispatchEvent(new CustomEvent(`agent-claim`))}>Claim</button>`:e.status===`claimed`&&!n?E`<button class="button" ?disabled=${t} @click=${()=>this.dispatchEvent(new CustomEvent(`agent-claim`))}>I hold this</button>`:!n||e.kind===`approval`?O:this.isClosing?E`<span class="small">End it for the customer?</span>
        <button class="button danger" ?disabled=${t} @click=${()=>this.decide(`close`)}>Yes, close</button>
        <button class="button" @click=${()=>this.isClosing=!1}>No</button>`:E`<button class="button" ?disabled=${t} @click=${()=>this.decide(`return_to_bot`)}>Return to assistant</button>
      <button class="button" ?disabled=${t} @click=${()=>this.askToClose()}>Close</button>`}summary(e){return E`<dl class="summary" aria-label="Summary">
      ${wt(e.summary).filter(([e])=>e!==`Reason`).map(([e,t])=>E`<div>${e?E`<dt>${e}: </dt>`:O}<dd>${e===`Identity`?W(t):t}</dd></div>`)}
    </dl>`}whyNoReply(e){return e.status===`resumed`?`This hand-off is done.`:e.kind===`approval`?`Decide above; the customer reads the result in the chat.`:e.claimed_by?`${e.claimed_by} is answering this customer.`:`Claim the conversation to reply (c).`}async decide(e){await this.desk.decide(e),this.isClosing=!1}async reply(e){await this.desk.reply(e)&&this.composer?.clear()}};V([F({attribute:!1})],Q.prototype,`desk`,void 0),V([F({attribute:!1})],Q.prototype,`version`,void 0),V([I()],Q.prototype,`isClosing`,void 0),V([L(`agent-transcript`)],Q.prototype,`transcript`,void 0),V([L(`reply-composer`)],Q.prototype,`composer`,void 0),Q=V([P(`handoff-view`)],Q);var qt=[[`j`,`Next in the queue`],[`k`,`The one before`],[`c`,`Claim`],[`r`,`Reply`],[`f`,`Flag the last answer of the assistant`],[`e`,`Close the conversation`],[`Esc`,`Leave the field`],[`?`,`All keys`]],Jt=class extends N{static{this.styles=[R,o`
      dialog {
        inline-size: min(360px, calc(100vw - 32px));
        padding: 20px 24px;
        border: 1px solid var(--line);
        border-radius: 16px;
        background: var(--surface);
        color: var(--text);
        box-shadow: var(--shadow);
      }
      dialog::backdrop {
        background: rgb(0 0 0 / 40%);
      }
      dl {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 8px 16px;
        margin-block: 12px 16px;
      }
      kbd {
        padding: 1px 8px;
        border: 1px solid var(--line-strong);
        border-radius: 6px;
        font-family: var(--mono);
        font-size: 13px;
      }
    `]}open(){this.dialog.showModal()}render(){return E`<dialog aria-labelledby="title">
      <h2 id="title">Keys</h2>
      <dl>${qt.map(([e,t])=>E`<dt><kbd>${e}</kbd></dt><dd>${t}</dd>`)}</dl>
      <button class="button" @click=${()=>this.dialog.close()}>Close</button>
    </dialog>`}};V([L(`dialog`)],Jt.prototype,`dialog`,void 0),Jt=V([P(`keys-help`)],Jt);var $=class extends N{constructor(...e){super(...e),this.desk=null,this.tab=`waiting`,this.version=0,this.isQueueShown=!0,this.onKey=e=>{let t=e.composedPath()[0],n=t instanceof HTMLElement&&/^(INPUT|TEXTAREA|SELECT)$/.test(t.tagName);if(!this.desk||n||e.ctrlKey||e.metaKey||e.altKey)return;let r={j:()=>this.move(1),k:()=>this.move(-1),c:()=>void this.claim(),r:()=>this.view?.focusReply(),f:()=>this.view?.flagLast(),e:()=>this.view?.askToClose(),"?":()=>this.keys?.open()}[e.key];r&&(e.preventDefault(),r())}}static{this.styles=[Re,R,o`
      :host {
        display: block;
        block-size: 100dvh;
        background: var(--surface);
      }
      .page {
        display: grid;
        grid-template: auto minmax(0, 1fr) / 330px minmax(0, 1fr) 330px;
        block-size: 100%;
      }
      .bar {
        grid-column: 1 / -1;
        display: flex;
        align-items: center;
        gap: 12px;
        padding: 8px 16px;
        border-block-end: 1px solid var(--line);
      }
      h1 {
        font-size: 16px;
        margin-inline-end: auto;
      }
      .line::before {
        content: "";
        inline-size: 8px;
        block-size: 8px;
        border-radius: 50%;
        background: var(--ok);
      }
      .line.off::before {
        background: var(--danger);
      }
      handoff-queue {
        border-inline-end: 1px solid var(--line);
      }
      customer-context {
        border-inline-start: 1px solid var(--line);
      }
      @media (min-width: 901px) {
        handoff-view::part(back) {
          display: none;
        }
      }
      @media (max-width: 1180px) {
        .page {
          grid-template-columns: 290px minmax(0, 1fr) 260px;
        }
      }
      .bar > * {
        white-space: nowrap;
      }
      @media (max-width: 900px) {
        :host {
          block-size: auto;
        }
        .page {
          display: flex;
          flex-direction: column;
          min-block-size: 100dvh;
        }
        .page > .away,
        .bar > .keys {
          display: none;
        }
        handoff-queue,
        handoff-view {
          flex: 1;
        }
        customer-context {
          border-block-start: 1px solid var(--line);
        }
      }
    `]}connectedCallback(){super.connectedCallback(),addEventListener(`keydown`,this.onKey),Ve()&&this.enter(Ve())}disconnectedCallback(){super.disconnectedCallback(),removeEventListener(`keydown`,this.onKey),this.desk?.leave()}render(){let e=this.desk;if(!e)return E`<staff-sign-in
        heading="Agent console"
        probe="/v1/handoffs?limit=1"
        roles="agents and administrators"
        @signed-in=${e=>this.enter(e.detail)}
      ></staff-sign-in>`;let t=e=>e?`away`:``;return E`<div class="page">
        <div class="bar">
          <img src="/static/icon.svg" width="26" height="26" alt="" />
          <h1>Agent console</h1>
          <span class="chip line ${e.isOnline===!1?`off`:``}" role="status">${e.isOnline===!1?`Trying to connect`:`Live`}</span>
          <button class="button small keys" @click=${()=>this.keys?.open()}>Keys</button>
          <button class="button small" @click=${()=>this.leave()}>${e.myName?`Sign out ${e.myName}`:`Sign out`}</button>
        </div>
        <handoff-queue
          class=${t(!this.isQueueShown)}
          .queue=${e.queue}
          .names=${e.names}
          .version=${this.version}
          .myName=${e.myName}
          .tab=${this.tab}
          .currentId=${e.current?.id??``}
          @queue-tab=${e=>this.tab=e.detail}
          @queue-open=${e=>this.open(e.detail)}
        ></handoff-queue>
        <handoff-view
          class=${t(this.isQueueShown)}
          .desk=${e}
          .version=${this.version}
          @agent-claim=${()=>this.claim()}
          @queue-back=${()=>this.isQueueShown=!0}
        ></handoff-view>
        <customer-context class=${t(this.isQueueShown)} .detail=${e.detail}></customer-context>
      </div>
      <keys-help></keys-help>`}enter(e){this.desk?.leave(),this.desk=new ct(new ze(``,e),()=>this.version+=1,()=>this.leave())}leave(){this.desk?.leave(),He(``),sessionStorage.removeItem(`supportgraph:staff-name`),this.desk=null}open(e){this.isQueueShown=!1,this.desk?.open(e)}async claim(){await this.desk?.claim(),this.desk?.isMine&&(this.tab=`mine`)}move(e){let t=Dt(this.tab,this.desk?.queue??[],this.desk?.myName??``),n=t.findIndex(e=>e.id===this.desk?.current?.id),r=t[n<0?0:Math.min(Math.max(n+e,0),t.length-1)];r&&this.open(r)}};V([I()],$.prototype,`desk`,void 0),V([I()],$.prototype,`tab`,void 0),V([I()],$.prototype,`version`,void 0),V([I()],$.prototype,`isQueueShown`,void 0),V([L(`handoff-view`)],$.prototype,`view`,void 0),V([L(`keys-help`)],$.prototype,`keys`,void 0),$=V([P(`agent-console`)],$)})();