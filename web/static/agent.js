(function(){var e=globalThis,t=e.ShadowRoot&&(e.ShadyCSS===void 0||e.ShadyCSS.nativeShadow)&&`adoptedStyleSheets`in Document.prototype&&`replace`in CSSStyleSheet.prototype,n=Symbol(),r=new WeakMap,i=class{constructor(e,t,r){if(this._$cssResult$=!0,r!==n)throw Error("CSSResult is not constructable. Use `unsafeCSS` or `css` instead.");this.cssText=e,this.t=t}get styleSheet(){let e=this.o,n=this.t;if(t&&e===void 0){let t=n!==void 0&&n.length===1;t&&(e=r.get(n)),e===void 0&&((this.o=e=new CSSStyleSheet).replaceSync(this.cssText),t&&r.set(n,e))}return e}toString(){return this.cssText}},a=e=>new i(typeof e==`string`?e:e+``,void 0,n),o=(e,...t)=>new i(e.length===1?e[0]:t.reduce((t,n,r)=>t+(e=>{if(!0===e._$cssResult$)return e.cssText;if(typeof e==`number`)return e;throw Error(`Value passed to 'css' function must be a 'css' function result: `+e+`. Use 'unsafeCSS' to pass non-literal values, but take care to ensure page security.`)})(n)+e[r+1],e[0]),e,n),s=(n,r)=>{if(t)n.adoptedStyleSheets=r.map(e=>e instanceof CSSStyleSheet?e:e.styleSheet);else for(let t of r){let r=document.createElement(`style`),i=e.litNonce;i!==void 0&&r.setAttribute(`nonce`,i),r.textContent=t.cssText,n.appendChild(r)}},c=t?e=>e:e=>e instanceof CSSStyleSheet?(e=>{let t=``;for(let n of e.cssRules)t+=n.cssText;return a(t)})(e):e,{is:l,defineProperty:u,getOwnPropertyDescriptor:d,getOwnPropertyNames:f,getOwnPropertySymbols:p,getPrototypeOf:m}=Object,h=globalThis,g=h.trustedTypes,ee=g?g.emptyScript:``,te=h.reactiveElementPolyfillSupport,_=(e,t)=>e,v={toAttribute(e,t){switch(t){case Boolean:e=e?ee:null;break;case Object:case Array:e=e==null?e:JSON.stringify(e)}return e},fromAttribute(e,t){let n=e;switch(t){case Boolean:n=e!==null;break;case Number:n=e===null?null:Number(e);break;case Object:case Array:try{n=JSON.parse(e)}catch{n=null}}return n}},y=(e,t)=>!l(e,t),ne={attribute:!0,type:String,converter:v,reflect:!1,useDefault:!1,hasChanged:y};Symbol.metadata??=Symbol(`metadata`),h.litPropertyMetadata??=new WeakMap;var b=class extends HTMLElement{static addInitializer(e){this._$Ei(),(this.l??=[]).push(e)}static get observedAttributes(){return this.finalize(),this._$Eh&&[...this._$Eh.keys()]}static createProperty(e,t=ne){if(t.state&&(t.attribute=!1),this._$Ei(),this.prototype.hasOwnProperty(e)&&((t=Object.create(t)).wrapped=!0),this.elementProperties.set(e,t),!t.noAccessor){let n=Symbol(),r=this.getPropertyDescriptor(e,n,t);r!==void 0&&u(this.prototype,e,r)}}static getPropertyDescriptor(e,t,n){let{get:r,set:i}=d(this.prototype,e)??{get(){return this[t]},set(e){this[t]=e}};return{get:r,set(t){let a=r?.call(this);i?.call(this,t),this.requestUpdate(e,a,n)},configurable:!0,enumerable:!0}}static getPropertyOptions(e){return this.elementProperties.get(e)??ne}static _$Ei(){if(this.hasOwnProperty(_(`elementProperties`)))return;let e=m(this);e.finalize(),e.l!==void 0&&(this.l=[...e.l]),this.elementProperties=new Map(e.elementProperties)}static finalize(){if(this.hasOwnProperty(_(`finalized`)))return;if(this.finalized=!0,this._$Ei(),this.hasOwnProperty(_(`properties`))){let e=this.properties,t=[...f(e),...p(e)];for(let n of t)this.createProperty(n,e[n])}let e=this[Symbol.metadata];if(e!==null){let t=litPropertyMetadata.get(e);if(t!==void 0)for(let[e,n]of t)this.elementProperties.set(e,n)}this._$Eh=new Map;for(let[e,t]of this.elementProperties){let n=this._$Eu(e,t);n!==void 0&&this._$Eh.set(n,e)}this.elementStyles=this.finalizeStyles(this.styles)}static finalizeStyles(e){let t=[];if(Array.isArray(e)){let n=new Set(e.flat(1/0).reverse());for(let e of n)t.unshift(c(e))}else e!==void 0&&t.push(c(e));return t}static _$Eu(e,t){let n=t.attribute;return!1===n?void 0:typeof n==`string`?n:typeof e==`string`?e.toLowerCase():void 0}constructor(){super(),this._$Ep=void 0,this.isUpdatePending=!1,this.hasUpdated=!1,this._$Em=null,this._$Ev()}_$Ev(){this._$ES=new Promise(e=>this.enableUpdating=e),this._$AL=new Map,this._$E_(),this.requestUpdate(),this.constructor.l?.forEach(e=>e(this))}addController(e){(this._$EO??=new Set).add(e),this.renderRoot!==void 0&&this.isConnected&&e.hostConnected?.()}removeController(e){this._$EO?.delete(e)}_$E_(){let e=new Map,t=this.constructor.elementProperties;for(let n of t.keys())this.hasOwnProperty(n)&&(e.set(n,this[n]),delete this[n]);e.size>0&&(this._$Ep=e)}createRenderRoot(){let e=this.shadowRoot??this.attachShadow(this.constructor.shadowRootOptions);return s(e,this.constructor.elementStyles),e}connectedCallback(){this.renderRoot??=this.createRenderRoot(),this.enableUpdating(!0),this._$EO?.forEach(e=>e.hostConnected?.())}enableUpdating(e){}disconnectedCallback(){this._$EO?.forEach(e=>e.hostDisconnected?.())}attributeChangedCallback(e,t,n){this._$AK(e,n)}_$ET(e,t){let n=this.constructor.elementProperties.get(e),r=this.constructor._$Eu(e,n);if(r!==void 0&&!0===n.reflect){let i=(n.converter?.toAttribute===void 0?v:n.converter).toAttribute(t,n.type);this._$Em=e,i==null?this.removeAttribute(r):this.setAttribute(r,i),this._$Em=null}}_$AK(e,t){let n=this.constructor,r=n._$Eh.get(e);if(r!==void 0&&this._$Em!==r){let e=n.getPropertyOptions(r),i=typeof e.converter==`function`?{fromAttribute:e.converter}:e.converter?.fromAttribute===void 0?v:e.converter;this._$Em=r;let a=i.fromAttribute(t,e.type);this[r]=a??this._$Ej?.get(r)??a,this._$Em=null}}requestUpdate(e,t,n,r=!1,i){if(e!==void 0){let a=this.constructor;if(!1===r&&(i=this[e]),n??=a.getPropertyOptions(e),!((n.hasChanged??y)(i,t)||n.useDefault&&n.reflect&&i===this._$Ej?.get(e)&&!this.hasAttribute(a._$Eu(e,n))))return;this.C(e,t,n)}!1===this.isUpdatePending&&(this._$ES=this._$EP())}C(e,t,{useDefault:n,reflect:r,wrapped:i},a){n&&!(this._$Ej??=new Map).has(e)&&(this._$Ej.set(e,a??t??this[e]),!0!==i||a!==void 0)||(this._$AL.has(e)||(this.hasUpdated||n||(t=void 0),this._$AL.set(e,t)),!0===r&&this._$Em!==e&&(this._$Eq??=new Set).add(e))}async _$EP(){this.isUpdatePending=!0;try{await this._$ES}catch(e){Promise.reject(e)}let e=this.scheduleUpdate();return e!=null&&await e,!this.isUpdatePending}scheduleUpdate(){return this.performUpdate()}performUpdate(){if(!this.isUpdatePending)return;if(!this.hasUpdated){if(this.renderRoot??=this.createRenderRoot(),this._$Ep){for(let[e,t]of this._$Ep)this[e]=t;this._$Ep=void 0}let e=this.constructor.elementProperties;if(e.size>0)for(let[t,n]of e){let{wrapped:e}=n,r=this[t];!0!==e||this._$AL.has(t)||r===void 0||this.C(t,void 0,n,r)}}let e=!1,t=this._$AL;try{e=this.shouldUpdate(t),e?(this.willUpdate(t),this._$EO?.forEach(e=>e.hostUpdate?.()),this.update(t)):this._$EM()}catch(t){throw e=!1,this._$EM(),t}e&&this._$AE(t)}willUpdate(e){}_$AE(e){this._$EO?.forEach(e=>e.hostUpdated?.()),this.hasUpdated||(this.hasUpdated=!0,this.firstUpdated(e)),this.updated(e)}_$EM(){this._$AL=new Map,this.isUpdatePending=!1}get updateComplete(){return this.getUpdateComplete()}getUpdateComplete(){return this._$ES}shouldUpdate(e){return!0}update(e){this._$Eq&&=this._$Eq.forEach(e=>this._$ET(e,this[e])),this._$EM()}updated(e){}firstUpdated(e){}};b.elementStyles=[],b.shadowRootOptions={mode:`open`},b[_(`elementProperties`)]=new Map,b[_(`finalized`)]=new Map,te?.({ReactiveElement:b}),(h.reactiveElementVersions??=[]).push(`2.1.2`);var re=globalThis,ie=e=>e,x=re.trustedTypes,ae=x?x.createPolicy(`lit-html`,{createHTML:e=>e}):void 0,oe=`$lit$`,S=`lit$${Math.random().toFixed(9).slice(2)}$`,se=`?`+S,ce=`<${se}>`,C=document,w=()=>C.createComment(``),T=e=>e===null||typeof e!=`object`&&typeof e!=`function`,le=Array.isArray,ue=e=>le(e)||typeof e?.[Symbol.iterator]==`function`,de=`[ 	
\f\r]`,fe=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,pe=/-->/g,me=/>/g,E=RegExp(`>|${de}(?:([^\\s"'>=/]+)(${de}*=${de}*(?:[^ \t\n\f\r"'\`<>=]|("|')|))|$)`,`g`),he=/'/g,ge=/"/g,_e=/^(?:script|style|textarea|title)$/i,ve=e=>(t,...n)=>({_$litType$:e,strings:t,values:n}),D=ve(1),ye=ve(2),O=Symbol.for(`lit-noChange`),k=Symbol.for(`lit-nothing`),be=new WeakMap,A=C.createTreeWalker(C,129);function xe(e,t){if(!le(e)||!e.hasOwnProperty(`raw`))throw Error(`invalid template strings array`);return ae===void 0?t:ae.createHTML(t)}var Se=(e,t)=>{let n=e.length-1,r=[],i,a=t===2?`<svg>`:t===3?`<math>`:``,o=fe;for(let t=0;t<n;t++){let n=e[t],s,c,l=-1,u=0;for(;u<n.length&&(o.lastIndex=u,c=o.exec(n),c!==null);)u=o.lastIndex,o===fe?c[1]===`!--`?o=pe:c[1]===void 0?c[2]===void 0?c[3]!==void 0&&(o=E):(_e.test(c[2])&&(i=RegExp(`</`+c[2],`g`)),o=E):o=me:o===E?c[0]===`>`?(o=i??fe,l=-1):c[1]===void 0?l=-2:(l=o.lastIndex-c[2].length,s=c[1],o=c[3]===void 0?E:c[3]===`"`?ge:he):o===ge||o===he?o=E:o===pe||o===me?o=fe:(o=E,i=void 0);let d=o===E&&e[t+1].startsWith(`/>`)?` `:``;a+=o===fe?n+ce:l>=0?(r.push(s),n.slice(0,l)+oe+n.slice(l)+S+d):n+S+(l===-2?t:d)}return[xe(e,a+(e[n]||`<?>`)+(t===2?`</svg>`:t===3?`</math>`:``)),r]},Ce=class e{constructor({strings:t,_$litType$:n},r){let i;this.parts=[];let a=0,o=0,s=t.length-1,c=this.parts,[l,u]=Se(t,n);if(this.el=e.createElement(l,r),A.currentNode=this.el.content,n===2||n===3){let e=this.el.content.firstChild;e.replaceWith(...e.childNodes)}for(;(i=A.nextNode())!==null&&c.length<s;){if(i.nodeType===1){if(i.hasAttributes())for(let e of i.getAttributeNames())if(e.endsWith(oe)){let t=u[o++],n=i.getAttribute(e).split(S),r=/([.?@])?(.*)/.exec(t);c.push({type:1,index:a,name:r[2],strings:n,ctor:r[1]===`.`?De:r[1]===`?`?Oe:r[1]===`@`?ke:Ee}),i.removeAttribute(e)}else e.startsWith(S)&&(c.push({type:6,index:a}),i.removeAttribute(e));if(_e.test(i.tagName)){let e=i.textContent.split(S),t=e.length-1;if(t>0){i.textContent=x?x.emptyScript:``;for(let n=0;n<t;n++)i.append(e[n],w()),A.nextNode(),c.push({type:2,index:++a});i.append(e[t],w())}}}else if(i.nodeType===8){if(i.data===se)c.push({type:2,index:a});else{let e=-1;for(;(e=i.data.indexOf(S,e+1))!==-1;)c.push({type:7,index:a}),e+=S.length-1}}a++}}static createElement(e,t){let n=C.createElement(`template`);return n.innerHTML=e,n}};function j(e,t,n=e,r){if(t===O)return t;let i=r===void 0?n._$Cl:n._$Co?.[r],a=T(t)?void 0:t._$litDirective$;return i?.constructor!==a&&(i?._$AO?.(!1),a===void 0?i=void 0:(i=new a(e),i._$AT(e,n,r)),r===void 0?n._$Cl=i:(n._$Co??=[])[r]=i),i!==void 0&&(t=j(e,i._$AS(e,t.values),i,r)),t}var we=class{constructor(e,t){this._$AV=[],this._$AN=void 0,this._$AD=e,this._$AM=t}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(e){let{el:{content:t},parts:n}=this._$AD,r=(e?.creationScope??C).importNode(t,!0);A.currentNode=r;let i=A.nextNode(),a=0,o=0,s=n[0];for(;s!==void 0;){if(a===s.index){let t;s.type===2?t=new Te(i,i.nextSibling,this,e):s.type===1?t=new s.ctor(i,s.name,s.strings,this,e):s.type===6&&(t=new Ae(i,this,e)),this._$AV.push(t),s=n[++o]}a!==s?.index&&(i=A.nextNode(),a++)}return A.currentNode=C,r}p(e){let t=0;for(let n of this._$AV)n!==void 0&&(n.strings===void 0?n._$AI(e[t]):(n._$AI(e,n,t),t+=n.strings.length-2)),t++}},Te=class e{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(e,t,n,r){this.type=2,this._$AH=k,this._$AN=void 0,this._$AA=e,this._$AB=t,this._$AM=n,this.options=r,this._$Cv=r?.isConnected??!0}get parentNode(){let e=this._$AA.parentNode,t=this._$AM;return t!==void 0&&e?.nodeType===11&&(e=t.parentNode),e}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(e,t=this){e=j(this,e,t),T(e)?e===k||e==null||e===``?(this._$AH!==k&&this._$AR(),this._$AH=k):e!==this._$AH&&e!==O&&this._(e):e._$litType$===void 0?e.nodeType===void 0?ue(e)?this.k(e):this._(e):this.T(e):this.$(e)}O(e){return this._$AA.parentNode.insertBefore(e,this._$AB)}T(e){this._$AH!==e&&(this._$AR(),this._$AH=this.O(e))}_(e){this._$AH!==k&&T(this._$AH)?this._$AA.nextSibling.data=e:this.T(C.createTextNode(e)),this._$AH=e}$(e){let{values:t,_$litType$:n}=e,r=typeof n==`number`?this._$AC(e):(n.el===void 0&&(n.el=Ce.createElement(xe(n.h,n.h[0]),this.options)),n);if(this._$AH?._$AD===r)this._$AH.p(t);else{let e=new we(r,this),n=e.u(this.options);e.p(t),this.T(n),this._$AH=e}}_$AC(e){let t=be.get(e.strings);return t===void 0&&be.set(e.strings,t=new Ce(e)),t}k(t){le(this._$AH)||(this._$AH=[],this._$AR());let n=this._$AH,r,i=0;for(let a of t)i===n.length?n.push(r=new e(this.O(w()),this.O(w()),this,this.options)):r=n[i],r._$AI(a),i++;i<n.length&&(this._$AR(r&&r._$AB.nextSibling,i),n.length=i)}_$AR(e=this._$AA.nextSibling,t){for(this._$AP?.(!1,!0,t);e!==this._$AB;){let t=ie(e).nextSibling;ie(e).remove(),e=t}}setConnected(e){this._$AM===void 0&&(this._$Cv=e,this._$AP?.(e))}},Ee=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(e,t,n,r,i){this.type=1,this._$AH=k,this._$AN=void 0,this.element=e,this.name=t,this._$AM=r,this.options=i,n.length>2||n[0]!==``||n[1]!==``?(this._$AH=Array(n.length-1).fill(new String),this.strings=n):this._$AH=k}_$AI(e,t=this,n,r){let i=this.strings,a=!1;if(i===void 0)e=j(this,e,t,0),a=!T(e)||e!==this._$AH&&e!==O,a&&(this._$AH=e);else{let r=e,o,s;for(e=i[0],o=0;o<i.length-1;o++)s=j(this,r[n+o],t,o),s===O&&(s=this._$AH[o]),a||=!T(s)||s!==this._$AH[o],s===k?e=k:e!==k&&(e+=(s??``)+i[o+1]),this._$AH[o]=s}a&&!r&&this.j(e)}j(e){e===k?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,e??``)}},De=class extends Ee{constructor(){super(...arguments),this.type=3}j(e){this.element[this.name]=e===k?void 0:e}},Oe=class extends Ee{constructor(){super(...arguments),this.type=4}j(e){this.element.toggleAttribute(this.name,!!e&&e!==k)}},ke=class extends Ee{constructor(e,t,n,r,i){super(e,t,n,r,i),this.type=5}_$AI(e,t=this){if((e=j(this,e,t,0)??k)===O)return;let n=this._$AH,r=e===k&&n!==k||e.capture!==n.capture||e.once!==n.once||e.passive!==n.passive,i=e!==k&&(n===k||r);r&&this.element.removeEventListener(this.name,this,n),i&&this.element.addEventListener(this.name,this,e),this._$AH=e}handleEvent(e){typeof this._$AH==`function`?this._$AH.call(this.options?.host??this.element,e):this._$AH.handleEvent(e)}},Ae=class{constructor(e,t,n){this.element=e,this.type=6,this._$AN=void 0,this._$AM=t,this.options=n}get _$AU(){return this._$AM._$AU}_$AI(e){j(this,e)}},je={M:oe,P:S,A:se,C:1,L:Se,R:we,D:ue,V:j,I:Te,H:Ee,N:Oe,U:ke,B:De,F:Ae},Me=re.litHtmlPolyfillSupport;Me?.(Ce,Te),(re.litHtmlVersions??=[]).push(`3.3.3`);var Ne=(e,t,n)=>{let r=n?.renderBefore??t,i=r._$litPart$;if(i===void 0){let e=n?.renderBefore??null;r._$litPart$=i=new Te(t.insertBefore(w(),e),e,void 0,n??{})}return i._$AI(e),i},Pe=globalThis,M=class extends b{constructor(){super(...arguments),this.renderOptions={host:this},this._$Do=void 0}createRenderRoot(){let e=super.createRenderRoot();return this.renderOptions.renderBefore??=e.firstChild,e}update(e){let t=this.render();this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),super.update(e),this._$Do=Ne(t,this.renderRoot,this.renderOptions)}connectedCallback(){super.connectedCallback(),this._$Do?.setConnected(!0)}disconnectedCallback(){super.disconnectedCallback(),this._$Do?.setConnected(!1)}render(){return O}};M._$litElement$=!0,M.finalized=!0,Pe.litElementHydrateSupport?.({LitElement:M});var Fe=Pe.litElementPolyfillSupport;Fe?.({LitElement:M}),(Pe.litElementVersions??=[]).push(`4.2.2`);var N=e=>(t,n)=>{n===void 0?customElements.define(e,t):n.addInitializer(()=>{customElements.define(e,t)})},Ie={attribute:!0,type:String,converter:v,reflect:!1,hasChanged:y},Le=(e=Ie,t,n)=>{let{kind:r,metadata:i}=n,a=globalThis.litPropertyMetadata.get(i);if(a===void 0&&globalThis.litPropertyMetadata.set(i,a=new Map),r===`setter`&&((e=Object.create(e)).wrapped=!0),a.set(n.name,e),r===`accessor`){let{name:r}=n;return{set(n){let i=t.get.call(this);t.set.call(this,n),this.requestUpdate(r,i,e,!0,n)},init(t){return t!==void 0&&this.C(r,void 0,e,t),t}}}if(r===`setter`){let{name:r}=n;return function(n){let i=this[r];t.call(this,n),this.requestUpdate(r,i,e,!0,n)}}throw Error(`Unsupported decorator location: `+r)};function P(e){return(t,n)=>typeof n==`object`?Le(e,t,n):((e,t,n)=>{let r=t.hasOwnProperty(n);return t.constructor.createProperty(n,e),r?Object.getOwnPropertyDescriptor(t,n):void 0})(e,t,n)}function F(e){return P({...e,state:!0,attribute:!1})}var Re=(e,t,n)=>(n.configurable=!0,n.enumerable=!0,Reflect.decorate&&typeof t!=`object`&&Object.defineProperty(e,t,n),n);function I(e,t){return(n,r,i)=>{let a=t=>t.renderRoot?.querySelector(e)??null;if(t){let{get:e,set:t}=typeof r==`object`?n:i??(()=>{let e=Symbol();return{get(){return this[e]},set(t){this[e]=t}}})();return Re(n,r,{get(){let n=e.call(this);return n===void 0&&(n=a(this),(n!==null||this.hasUpdated)&&t.call(this,n)),n}})}return Re(n,r,{get(){return a(this)}})}}var L=o`
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
`,ze=o`
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
`,R=navigator.language||`en-US`,Be=(e,t=R)=>new Intl.NumberFormat(t).format(e),Ve=(e,t=R)=>new Intl.NumberFormat(t,{style:`percent`,maximumFractionDigits:0}).format(e);function He(e){let t=new Intl.PluralRules(e);return(e,n)=>n[t.select(e)]??n.other}var Ue=He(`en`),We={staffKey:`Staff key`,signInWith:e=>`Sign in with ${e}`,or:`or`,cameBack:e=>({no_role:`You are signed in there, but nothing gives you access here. Ask whoever gives out access.`,refused:`The sign-in was refused. Please try again.`,away:`The sign-in service does not answer. Please try again in a minute.`,too_often:`That was too often. Please wait a minute.`})[e]??`That took too long, or began in another window. Please sign in again.`,signInWithKey:`Sign in with your staff key. The demo prints one for each role when it starts. It stays in this tab only.`,signIn:`Sign in`,signingIn:`Signing in…`,keyNotKnown:`This key is not known here. Check it and try again.`,keyOfAnotherRole:e=>`This key is for another role. This page is for ${e}.`,handoffReasons:{customer_request:`Asked for a person`,repeated_failure:`Assistant failed`,no_answer:`No answer found`,low_confidence:`Unsure`,policy:`Policy`,approval_needed:`Approval`,identity_not_verified:`Identity`,tool_failure:`Order system`,sentiment:`Upset`,safety:`Safety`,model_unavailable:`Model away`,agent_took_over:`Taken over`},flagReasons:{wrong:`Wrong`,outdated:`Outdated`,incomplete:`Incomplete`,tone:`Tone`,unsafe:`Unsafe`},orderStatuses:{pending:`Pending`,processed:`Processed`,shipped:`Shipped`,delivered:`Delivered`,cancelled:`Cancelled`,returned:`Returned`},noCorrection:`No correction given.`,guest:`Guest`},Ge={language:`en`,pageTitle:`Agent console · supportgraph`,title:`Agent console`,roles:`agents and administrators`,live:`Live`,connecting:`Trying to connect`,keys:`Keys`,signOut:e=>`Sign out ${e}`,queue:`Queue`,tabs:{waiting:`Waiting`,mine:`Mine`,approvals:`Approvals`,held:`Held`},emptyTabs:{waiting:`Nobody is waiting. New conversations come here by themselves.`,mine:`You hold no conversation. Open one under Waiting and claim it with c.`,approvals:`Nothing waits for approval.`,held:`No colleague holds a conversation.`},loadingQueue:`Loading the queue…`,draft:`Draft`,notSent:`Not sent`,askedForPerson:`Asked for a person without saying more`,chooseConversation:`Choose a conversation from the queue.`,pressKeys:(e,t)=>D`Press ${e} for the first, ${t} for all keys.`,summary:`Summary`,since:e=>`since ${e}`,claim:`Claim`,release:`Release`,releaseTitle:`Back to the queue, in its old place`,returnToAssistant:`Return to assistant`,close:`Close`,closeQuestion:`End it for the customer?`,closeYes:`Yes, close`,closeNo:`No`,released:`Back in the queue, in its old place.`,decided:{return_to_bot:`Returned to the assistant.`,close:`Conversation closed.`,approve:`Approved.`,reject:`Rejected. The customer reads your reason.`},noReply:{done:`This hand-off is done.`,approval:`Decide above; the customer reads the result in the chat.`,held:e=>`${e} is answering this customer.`,unclaimed:`Claim the conversation to reply (c).`,kept:`What you had written is kept.`},conversation:`Conversation`,flagThis:`Flag this answer`,flagThisKey:`Flag this answer (f)`,readLabel:`Read by the assistant`,read:{kinds:{wish:`Wants`,report:`Reports`,question:`Asks`,value:`Answers`,yes:`Yes`,no:`No`,correction:`Corrects`,talk:`Talks`,urgent:`Urgent`},denied:`Does not want`,pieces:e=>Ue(e,{one:`1 piece`,other:`${Be(e)} pieces`})},noIntent:`no intent`,outcomes:{answered:`answered`,action_done:`action done`,action_refused:`action refused`,asked_for_input:`asked for input`,asked_for_confirmation:`asked for confirmation`,asked_for_consent:`asked for consent`,not_understood:`not understood`,no_answer_found:`no answer found`,handed_off:`handed off`,relayed_to_human:`relayed to human`,error:`error`},confidence:`Confidence`,source:e=>`Source ${e}`,took:`Took`,flagQuestion:`What is wrong with this answer?`,flagCorrection:`How should it read? (optional)`,flag:`Flag answer`,keepAsCase:`Keep as a test`,keepAsCaseTitle:`Keep this conversation, masked, as a case of the eval suite “conversations”`,keptAsCase:`Kept. Every run of the suite “conversations” holds it from now on.`,flagged:`Flagged. It is in the administration's list now.`,cancel:`Cancel`,reply:`Your reply`,replyToCustomer:`Reply to the customer…`,send:`Send`,sendHint:`Enter sends, Shift+Enter starts a line.`,suggestedReplies:`Suggested replies`,suggested:`Suggested`,approval:`Approval`,request:`Request`,confirmed:e=>D`The customer confirmed: ${e}.`,alsoAsksForPerson:`They also ask to talk to a person.`,askedByRule:e=>D`Asked by the rule ${e}`,holdsApproval:e=>`${e} holds this approval.`,claimToDecide:`Claim it to decide.`,rejectReason:`Reason. The customer will read it.`,rejectWithReason:`Reject with this reason`,back:`Back`,approve:`Approve`,reject:`Reject…`,contextEmpty:`The customer's card and orders come here.`,customer:`Customer`,guestOrAway:`A guest, or the back office is away. Ask for an order number to find them.`,orders:`Orders`,noOrders:`No orders to show.`,id:`Id`,email:`E-mail`,phone:`Phone`,address:`Address`,customerSince:`Since`,paysBy:`Pays by`,card:`Card`,paymentMethods:{gift_card:`Gift card`,paypal:`PayPal`,bank:`Bank account`},quantity:(e,t)=>`${e} × ${t}`,keyList:{j:`Next in the queue`,k:`The one before`,c:`Claim`,r:`Reply`,f:`Flag the last answer of the assistant`,e:`Close the conversation`,Esc:`Leave the field`,"?":`All keys`}},Ke=He(`de`),qe={loading:`Wird geladen …`,tryAgain:`Erneut versuchen`,offline:`Sie sind offline, oder der Dienst ist nicht erreichbar.`,unreachable:`Der Dienst ist nicht erreichbar. Bitte prüfen Sie Ihre Verbindung.`,somethingWentWrong:`Etwas ist schiefgegangen.`,error:e=>`Fehler ${e}`,duration:{milliseconds:e=>`${e} ms`,seconds:e=>`${e} s`,minutes:e=>`${e} min`,hours:e=>`${e} Std.`,hoursAndMinutes:(e,t)=>`${e} Std. ${t}`,days:e=>Ke(e,{one:`${e} Tag`,other:`${e} Tage`})},hidden:e=>`${e} verborgen`,whyHidden:`Zu Ihrem Schutz verborgen: Der Assistent sieht und braucht es nicht.`,personalData:`persönliche Angabe`,personalDataOf:{CARD:`Kartennummer`,SSN:`Sozialversicherungsnummer`,IBAN:`Bankverbindung`,BANK_ACCOUNT:`Bankverbindung`,EMAIL:`E-Mail-Adresse`,PHONE:`Telefonnummer`,ADDRESS:`Adresse`,NAME:`Name`,DATE_OF_BIRTH:`Geburtsdatum`,IP:`IP-Adresse`,NATIONAL_ID:`Ausweisnummer`,PASSPORT:`Reisepassnummer`,DRIVING_LICENCE:`Führerscheinnummer`,SECRET:`Passwort oder Code`,DIGITS:`Teil einer Nummer`}},Je=He(`en`),Ye={loading:`Loading…`,tryAgain:`Try again`,offline:`You are offline, or the service cannot be reached.`,unreachable:`The service cannot be reached. Check your connection.`,somethingWentWrong:`Something went wrong.`,error:e=>`Error ${e}`,duration:{milliseconds:e=>`${e} ms`,seconds:e=>`${e} s`,minutes:e=>`${e} min`,hours:e=>`${e} h`,hoursAndMinutes:(e,t)=>`${e} h ${t}`,days:e=>Je(e,{one:`${e} day`,other:`${e} days`})},hidden:e=>`${e} hidden`,whyHidden:`Hidden to protect you: the assistant neither sees nor needs it.`,personalData:`personal data`,personalDataOf:{CARD:`card number`,SSN:`social security number`,IBAN:`bank account`,BANK_ACCOUNT:`bank account`,EMAIL:`e-mail address`,PHONE:`phone number`,ADDRESS:`address`,NAME:`name`,DATE_OF_BIRTH:`date of birth`,IP:`IP address`,NATIONAL_ID:`ID number`,PASSPORT:`passport number`,DRIVING_LICENCE:`driving licence number`,SECRET:`password or code`,DIGITS:`part of a number`}};function Xe(e,t=Ze()){for(let n of t){let t=e[n]??e[n.split(`-`)[0]??``];if(t)return t}return e.en}function Ze(e=globalThis.document?.documentElement,t=globalThis.navigator?.languages??[]){return e?.lang&&e.dataset.language!==`of-the-reader`?[e.lang]:t}function Qe(e=globalThis.document?.documentElement){return e?.dataset.language===`of-the-reader`}var z=Xe(Qe()?{en:Ye}:{en:Ye,de:qe}),B=Xe({en:We}),V=Xe({en:Ge}),H=class e extends Error{constructor(e,t,n){super(n),this.status=e,this.code=t}get isPassing(){return this.status===0||this.status===429||this.status>=500}static async of(t){let n=await t.json().catch(()=>null)??{},r=(n.errors??[]).map(e=>`${e.field} ${e.message}`).join(`; `);return new e(t.status,n.code??`error`,r||n.detail||n.title||z.error(t.status))}static{this.offline=()=>new e(0,`offline`,z.unreachable)}},$e=e=>e instanceof Error?e.message:z.somethingWentWrong,et=`session`,tt=`staff-session-ended`,nt=class{constructor(e,t=null){this.server=e,this.credential=t}get headers(){return this.credential===`session`?{"X-Staff-Session":`1`}:this.credential?{Authorization:`Bearer ${this.credential}`}:{}}get(e){return this.json(`GET`,e)}post(e,t={},n=``){return this.json(`POST`,e,t,n?{"Idempotency-Key":n}:{})}put(e,t){return this.json(`PUT`,e,t)}async delete(e){await this.send(`DELETE`,e)}async upload(e,t,n){let r=new FormData;return r.set(`file`,t,t.name),await(await this.send(`POST`,e,r,{"Idempotency-Key":n})).json()}async download(e){return(await this.send(`GET`,e)).blob()}async json(e,t,n,r={}){let i=n===void 0?null:JSON.stringify(n);return await(await this.send(e,t,i,i===null?{}:{"Content-Type":`application/json`,...r})).json()}async send(e,t,n=null,r={}){let i;try{i=await fetch(this.server+t,{method:e,headers:{...this.headers,...r},body:n})}catch{throw H.offline()}if(i.status===401&&this.credential===`session`&&dispatchEvent(new Event(tt)),!i.ok)throw await H.of(i);return i}},rt=`supportgraph:staff-key`;function it(){return sessionStorage.getItem(rt)??``}function at(e){e?sessionStorage.setItem(rt,e):sessionStorage.removeItem(rt)}var ot=`supportgraph:staff-place`;async function st(){let e={single_sign_on:null,has_session:!1};try{let t=await fetch(`/staff/ways`,{cache:`no-store`});return t.ok?await t.json():e}catch{return e}}async function ct(e){if(e.credential!==`session`)return!0;try{let{address:t}=await e.post(`/v1/staff/sign-out`);return t&&location.assign(t),!0}catch(e){return e instanceof H&&e.status===401}}function lt(){let e=sessionStorage.getItem(ot)??``;return sessionStorage.removeItem(ot),e}function ut(){location.hash&&sessionStorage.setItem(ot,location.hash)}function U(e,t,n,r){var i=arguments.length,a=i<3?t:r===null?r=Object.getOwnPropertyDescriptor(t,n):r,o;if(typeof Reflect==`object`&&typeof Reflect.decorate==`function`)a=Reflect.decorate(e,t,n,r);else for(var s=e.length-1;s>=0;s--)(o=e[s])&&(a=(i<3?o(a):i>3?o(t,n,a):o(t,n))||a);return i>3&&a&&Object.defineProperty(t,n,a),a}var W=class extends M{constructor(...e){super(...e),this.heading=``,this.probe=``,this.page=`agent`,this.roles=``,this.problem=``,this.isBusy=!1,this.provider=``}static{this.styles=[L,o`
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
      .button.main {
        justify-content: center;
      }
      .or {
        display: flex;
        align-items: center;
        gap: 12px;
      }
      .or::before,
      .or::after {
        content: "";
        flex: 1;
        border-block-start: 1px solid var(--line);
      }
      h1 {
        font-size: 21px;
      }
      label input {
        margin-block-start: 4px;
      }
    `]}firstUpdated(){this.field.focus(),this.look()}render(){return D`<form @submit=${this.submit}>
      <img src="/static/icon.svg" width="44" height="44" alt="" />
      <h1>${this.heading}</h1>
      ${this.provider?this.toProvider():k}
      <p class="small muted">${B.signInWithKey}</p>
      <label>
        ${B.staffKey}
        <input type="password" name="key" autocomplete="off" spellcheck="false" required aria-invalid=${this.problem?`true`:`false`} />
      </label>
      ${this.problem?D`<p class="error" role="alert">${this.problem}</p>`:k}
      <button class="button ${this.provider?``:`main`}" ?disabled=${this.isBusy}>${this.isBusy?B.signingIn:B.signIn}</button>
    </form>`}toProvider(){return D`<a class="button main" href="/staff/sign-in?page=${this.page}" @click=${ut}>${B.signInWith(this.provider)}</a>
      <p class="or small muted">${B.or}</p>`}async look(){let e=new URLSearchParams(location.search).get(`sign-in`);e&&(history.replaceState(null,``,location.pathname+location.hash),this.problem=B.cameBack(e));let t=await st();if(this.provider=t.single_sign_on??``,t.has_session&&!e){try{await new nt(``,et).get(this.probe)}catch(e){e instanceof H&&e.status===401||(this.problem=this.words(e));return}this.enter(et)}}enter(e){at(e);let t=lt();t&&!location.hash&&(location.hash=t),this.dispatchEvent(new CustomEvent(`signed-in`,{detail:e}))}async submit(e){e.preventDefault();let t=this.field.value.trim();this.isBusy=!0,this.problem=``;try{if(!/^[\x21-\x7e]+$/.test(t))throw new H(401,`unauthorized`,``);await new nt(``,t).get(this.probe),this.enter(t)}catch(e){this.problem=this.words(e)}finally{this.isBusy=!1}}words(e){return e instanceof H&&e.status===401?B.keyNotKnown:e instanceof H&&e.status===403?B.keyOfAnotherRole(this.roles):$e(e)}};U([P()],W.prototype,`heading`,void 0),U([P()],W.prototype,`probe`,void 0),U([P()],W.prototype,`page`,void 0),U([P()],W.prototype,`roles`,void 0),U([F()],W.prototype,`problem`,void 0),U([F()],W.prototype,`isBusy`,void 0),U([F()],W.prototype,`provider`,void 0),U([I(`input`)],W.prototype,`field`,void 0),W=U([N(`staff-sign-in`)],W);var dt=(e,t=R)=>new Intl.NumberFormat(t,{style:`currency`,currency:e.currency}).format(Number(e.amount)),ft=(e,t=R)=>new Intl.DateTimeFormat(t,{hour:`numeric`,minute:`2-digit`}).format(new Date(e)),pt=(e,t=R)=>new Intl.DateTimeFormat(t,{day:`numeric`,month:`short`,year:`numeric`}).format(new Date(e));function mt(e,t=Date.now()){let n=Math.max(0,Math.round((t-Date.parse(e))/1e3));if(n<60)return z.duration.seconds(Be(n));let r=Math.floor(n/60);if(r<60)return z.duration.minutes(Be(r));let i=Math.floor(r/60);return i<48?z.duration.hoursAndMinutes(i,String(r%60).padStart(2,`0`)):z.duration.days(Math.floor(i/24))}function G(e){let t=e.replaceAll(`_`,` `);return t.charAt(0).toUpperCase()+t.slice(1)}var ht=class extends M{constructor(...e){super(...e),this.detail=null}static{this.styles=[L,o`
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
    `]}render(){if(!this.detail)return D`<p class="muted small">${V.contextEmpty}</p>`;let{customer:e,orders:t}=this.detail;return D`
      <h2>${V.customer}</h2>
      ${e?gt(e):D`<p class="card small">${V.guestOrAway}</p>`}
      <h2>${V.orders}</h2>
      ${t.length?t.map(_t):D`<p class="muted small">${V.noOrders}</p>`}
    `}};U([P({attribute:!1})],ht.prototype,`detail`,void 0),ht=U([N(`customer-context`)],ht);function gt(e){let t=e.addresses.find(e=>e.default)??e.addresses[0];return D`<div class="card">
    <h3>${e.name}</h3>
    <dl>
      <dt>${V.id}</dt><dd class="mono">${e.id}</dd>
      <dt>${V.email}</dt><dd>${e.email}</dd>
      ${e.phone?D`<dt>${V.phone}</dt><dd>${e.phone}</dd>`:k}
      ${t?D`<dt>${V.address}</dt><dd>${t.line1}, ${t.city} ${t.postcode}, ${t.country}</dd>`:k}
      ${e.created_at?D`<dt>${V.customerSince}</dt><dd>${pt(e.created_at)}</dd>`:k}
      <dt>${V.paysBy}</dt>
      <dd>
        ${e.payment_methods.map(e=>e.kind===`card`?`${e.brand?G(e.brand):V.card} ·${e.last4??``}`:`${V.paymentMethods[e.kind]}${e.balance?` (${dt(e.balance)})`:``}`).join(`, `)}
      </dd>
    </dl>
  </div>`}function _t(e){let t=e.shipments[0];return D`<article class="card order">
    <header><span class="mono">${e.id}</span><span class="chip ${e.status}">${B.orderStatuses[e.status]}</span></header>
    ${e.lines.map(e=>D`<div>${V.quantity(e.quantity,e.name)}${e.status?D` <span class="chip">${G(e.status)}</span>`:k}</div>`)}
    <div class="total"><span>${pt(e.delivered_at??e.placed_at)}</span><strong>${dt(e.total)}</strong></div>
    ${t?D`<div class="muted">${t.carrier} <span class="mono">${t.tracking_number}</span></div>`:k}
  </article>`}var vt=class extends Error{constructor(e,t){super(e),this.name=`ParseError`,this.type=t.type,this.field=t.field,this.value=t.value,this.line=t.line}},yt=10,bt=13,K=32,xt=6;function St(e){if(typeof e==`function`)throw TypeError("`config` must be an object, got a function instead. Did you mean `createParser({onEvent: fn})`?");let{maxBufferSize:t,onComment:n,onError:r,onEvent:i,onId:a,onRetry:o}=e,s=[],c=0,l=``,u,d=``,f=0,p,m=!1,h=!1,g=!1;function ee(e){if(m)throw Error("Cannot feed parser: it was terminated after exceeding the configured max buffer size. Call `reset()` to resume parsing.");if(l!==void 0){if(e=l+e,e===``||e===`ï`||e===`ï»`){l=e;return}l=void 0,e=e.replace(/^(?:\uFEFF|\xEF\xBB\xBF)/,``)}if((h||g)&&(e=te(e),!e))return;if(!s.length){let t=ne(e);t!==``&&_(t),y();return}if(e.indexOf(`
`)===-1&&e.indexOf(`\r`)===-1){if(c<xt&&!v(s.join(``)+e.slice(0,xt-c))){s.length=0,c=0,h=!0;return}s.push(e),c+=e.length,y();return}s.push(e);let t=s.join(``);s.length=0,c=0,_(ne(t)),y()}function te(e){if(e.length===0)return e;if(g)return g=!1,e.charCodeAt(0)===yt?e.slice(1):e;let t=e.indexOf(`\r`),n=e.indexOf(`
`),r=t===-1?n:n===-1||t<n?t:n;return r===-1?``:r===e.length-1&&e.charCodeAt(r)===bt?(h=!1,g=!0,``):(h=!1,e.slice(r+(e.charCodeAt(r)===bt&&e.charCodeAt(r+1)===yt?2:1)))}function _(e){if(e){if(e.charCodeAt(e.length-1)===bt){if(b(e,0,e.length-1),y())return;g=!0}else v(e)?(s.push(e),c=e.length):h=!0}}function v(e){let t=e.charCodeAt(0);return t===58&&!!n||t===100&&Tt(e,`data`)||t===101&&Tt(e,`event`)||t===105&&Tt(e,`id`)||t===114&&Tt(e,`retry`)}function y(){return m?!0:t===void 0||c+d.length<=t?!1:(m=!0,s.length=0,c=0,u=void 0,d=``,f=0,p=void 0,h=!1,g=!1,r?.(new vt(`Buffered data exceeded max buffer size of ${t} characters`,{type:`max-buffer-size-exceeded`})),!0)}function ne(e){let t=0;if(e.indexOf(`\r`)===-1){let n=e.indexOf(`
`,t);for(;n!==-1;){if(t===n){u!==void 0&&a?.(u),f>0&&i?.({id:u,event:p,data:d}),u=void 0,d=``,f=0,p=void 0,t=n+1,n=e.indexOf(`
`,t);continue}let r=e.charCodeAt(t);if(Ct(e,t,r)){let r=e.charCodeAt(t+5)===K?t+6:t+5,o=e.slice(r,n);if(f===0&&e.charCodeAt(n+1)===yt){u!==void 0&&a?.(u),i?.({id:u,event:p,data:o}),u=void 0,d=``,p=void 0,t=n+2,n=e.indexOf(`
`,t);continue}d=f===0?o:`${d}\n${o}`,f++}else wt(e,t,r)?p=e.slice(e.charCodeAt(t+6)===K?t+7:t+6,n)||void 0:b(e,t,n);if(y())return``;t=n+1,n=e.indexOf(`
`,t)}return e.slice(t)}let n=e.indexOf(`\r`,t),r=e.indexOf(`
`,t);for(;t<e.length;){let i=-1;if(n!==-1&&r!==-1?i=n<r?n:r:n===-1?r!==-1&&(i=r):i=n===e.length-1?-1:n,i===-1)break;if(b(e,t,i),y())return``;t=i+1,e.charCodeAt(t-1)===bt&&e.charCodeAt(t)===yt&&t++,n!==-1&&n<t&&(n=e.indexOf(`\r`,t)),r!==-1&&r<t&&(r=e.indexOf(`
`,t))}return e.slice(t)}function b(e,t,r){if(t===r){ie();return}let i=e.charCodeAt(t);if(Ct(e,t,i)){let n=e.charCodeAt(t+5)===K?t+6:t+5,i=e.slice(n,r);d=f===0?i:`${d}\n${i}`,f++;return}if(wt(e,t,i)){p=e.slice(e.charCodeAt(t+6)===K?t+7:t+6,r)||void 0;return}if(i===105&&e.charCodeAt(t+1)===100&&e.charCodeAt(t+2)===58){let n=e.slice(e.charCodeAt(t+3)===K?t+4:t+3,r);n.includes(`\0`)||(u=n);return}if(i===58){if(n){let i=e.slice(t,r);n(i.slice(e.charCodeAt(t+1)===K?2:1))}return}let a=e.slice(t,r),o=a.indexOf(`:`);if(o===-1){re(a,``,a);return}let s=a.slice(0,o),c=a.charCodeAt(o+1)===K?2:1;re(s,a.slice(o+c),a)}function re(e,t,n){switch(e){case`event`:p=t||void 0;break;case`data`:d=f===0?t:`${d}\n${t}`,f++;break;case`id`:t.includes(`\0`)||(u=t);break;case`retry`:/^\d+$/.test(t)?o?.(parseInt(t,10)):r?.(new vt(`Invalid \`retry\` value: "${t}"`,{type:`invalid-retry`,value:t,line:n}));break;default:r?.(new vt(`Unknown field "${e.length>20?`${e.slice(0,20)}…`:e}"`,{type:`unknown-field`,field:e,value:t,line:n}))}}function ie(){u!==void 0&&a?.(u),f>0&&i?.({id:u,event:p,data:d}),u=void 0,d=``,f=0,p=void 0}function x(e={}){if(e.consume&&s.length>0){let e=s.join(``);b(e,0,e.length)}l=``,u=void 0,d=``,f=0,p=void 0,s.length=0,c=0,m=!1,h=!1,g=!1}return{feed:ee,reset:x}}function Ct(e,t,n){return n===100&&e.charCodeAt(t+1)===97&&e.charCodeAt(t+2)===116&&e.charCodeAt(t+3)===97&&e.charCodeAt(t+4)===58}function wt(e,t,n){return n===101&&e.charCodeAt(t+1)===118&&e.charCodeAt(t+2)===101&&e.charCodeAt(t+3)===110&&e.charCodeAt(t+4)===116&&e.charCodeAt(t+5)===58}function Tt(e,t){let n=1;for(;n<e.length&&n<t.length;){if(e.charCodeAt(n)!==t.charCodeAt(n))return!1;n++}return e.length<=t.length||e.charCodeAt(t.length)===58}var Et=class{constructor(){this.found=[],this.id=null,this.parser=St({onEvent:({id:e,event:t,data:n})=>{this.id=e??this.id,n&&this.found.push({id:this.id,name:t||`message`,data:JSON.parse(n)})}})}feed(e){return this.found=[],this.parser.feed(e),this.found}},Dt=45e3,Ot=500,kt=1e4,At=class{constructor(e,t,n){this.api=e,this.path=t,this.listener=n,this.ended=new AbortController,this.last=null,this.wait=Ot,this.run()}close(){this.ended.abort()}async run(){for(;!this.ended.signal.aborted;){try{await this.read()}catch(e){if(this.ended.signal.aborted)return;if(e instanceof H&&!e.isPassing){this.listener.onRefused(e);return}this.listener.onLine(!1)}await this.pause()}}async read(){let e=new AbortController,t=()=>e.abort();this.ended.signal.addEventListener(`abort`,t);let n=setTimeout(t,Dt);try{let r={...this.api.headers,Accept:`text/event-stream`,...this.last?{"Last-Event-ID":this.last}:{}},i=await fetch(this.api.server+this.path,{headers:r,signal:e.signal,cache:`no-store`});if(!i.ok)throw await H.of(i);if(!i.body)throw H.offline();this.listener.onLine(!0),this.wait=Ot;let a=new Et,o=i.body.pipeThrough(new TextDecoderStream).getReader();for(let e=await o.read();!e.done;e=await o.read()){clearTimeout(n),n=setTimeout(t,Dt);for(let t of a.feed(e.value))this.take(t)}}finally{clearTimeout(n),this.ended.signal.removeEventListener(`abort`,t)}}take(e){this.ended.signal.aborted||(e.id&&(this.last=e.id),this.listener.onEvent(e))}async pause(){let e=this.wait;this.wait=Math.min(this.wait*2,kt),await new Promise(t=>{let n=()=>{clearTimeout(r),removeEventListener(`online`,n),t()},r=setTimeout(n,e*(.75+Math.random()/2));addEventListener(`online`,n)})}};function jt(){return[...crypto.getRandomValues(new Uint8Array(16))].map(e=>e.toString(16).padStart(2,`0`)).join(``)}var Mt=`supportgraph:agent-drafts`,Nt={reply:``,sending:null,isRejecting:!1,reason:``,isClosing:!1,flagging:``,flags:{}},Pt=(e,t)=>t?.content===e?t:{content:e,key:jt()},Ft=class{constructor(e){this.owner=e,this.isOver=!1,this.byHandoff=new Map(Lt(e));for(let e of this.byHandoff.values())e.reply=It(e)}of(e){return this.byHandoff.get(e)??Nt}hasWords(e){let{reply:t,reason:n,flags:r}=this.of(e);return!!(t.trim()||n.trim()||Object.values(r).some(e=>e.correction.trim()))}change(e,t){this.isOver||(this.byHandoff.set(e,{...this.of(e),...t}),this.keep())}drop(e){this.byHandoff.delete(e)&&this.keep()}keepOnly(e){for(let t of[...this.byHandoff.keys()])e.has(t)||this.drop(t)}forget(){this.isOver=!0,this.byHandoff.clear(),sessionStorage.removeItem(Mt)}keep(){if(!this.isOver)try{sessionStorage.setItem(Mt,JSON.stringify({owner:this.owner,drafts:[...this.byHandoff]}))}catch{return}}};function It({reply:e,sending:t}){return!t||e.startsWith(t.content)?e:e?`${t.content}\n${e}`:t.content}function Lt(e){let t=JSON.parse(sessionStorage.getItem(Mt)??`null`);return t?.owner===e?t.drafts:(sessionStorage.removeItem(Mt),[])}var Rt=class{constructor(){this.status=`open`,this.consent=null,this.failures=0,this.pending=null,this.handoff=null,this.turns=new Map,this.said=new Map,this.streaming=new Map,this.running=new Set,this.calls=new Map}get messages(){return[...this.said.values()].sort((e,t)=>e.seq-t.seq)}get drafts(){return[...this.streaming].map(([e,t])=>({id:e,text:t}))}get isAnswering(){return this.status===`open`&&this.running.size>0}get answeringTurn(){return this.isAnswering?[...this.running][0]??null:null}callsOf(e){return e?this.turns.get(e)?.tool_calls??this.calls.get(e)??[]:[]}callsToldBy(e){return this.messages.findLast(t=>t.turn_id===e.turn_id&&t.role===`assistant`)?.id===e.id?this.callsOf(e.turn_id):[]}add(e){let t=!this.said.has(e.id);return this.said.set(e.id,e),this.streaming.delete(e.id),t}apply(e){switch(e.name){case`message.completed`:{let t=e.data;return this.add(t)?t:null}case`message.delta`:{let{message_id:t,text:n}=e.data;return this.said.has(t)||this.streaming.set(t,(this.streaming.get(t)??``)+n),null}case`turn.started`:return this.begin(e.data.id),null;case`turn.completed`:return this.finish(e.data),null;case`tool.completed`:{let{turn_id:t,...n}=e.data;return this.calls.set(t,[...this.calls.get(t)??[],n]),null}case`handoff.updated`:return this.handoff=e.data,null;case`conversation.updated`:return this.update(e.data),null;default:return null}}begin(e){this.turns.has(e)||this.running.add(e)}finish(e){this.turns.set(e.id,e),this.running.delete(e.id),this.calls.delete(e.id),this.streaming.clear()}update(e){e.status&&(this.status=e.status),e.failures!==void 0&&(this.failures=e.failures),e.consent!==void 0&&(this.consent=e.consent),e.pending_action!==void 0&&(this.pending=e.pending_action)}},zt=class{constructor(e,t,n,r,i){this.handoff=e,this.api=t,this.myName=n,this.drafts=r,this.listener=i,this.detail=null,this.transcript=new Rt,this.isBusy=!1,this.problem=``,this.notice=``,this.stream=null,this.flagged=null}get id(){return this.handoff.id}get isMine(){return this.handoff.status===`claimed`&&this.handoff.claimed_by===this.myName}get draft(){return this.drafts.of(this.id)}change(e){this.drafts.change(this.id,e),this.listener.changed()}beginFlag(e){e&&this.change({flagging:e})}writeFlag(e,t){let{[e]:n,...r}=this.draft.flags;this.change(t?{flags:{...r,[e]:t}}:{flags:r,flagging:``})}watch(){this.stream||(this.stream=new At(this.api,`/v1/conversations/${this.handoff.conversation_id}/events?after=0`,{onEvent:e=>{let t=this.transcript.apply(e),n=e.name===`handoff.updated`?e.data:null;n?.id===this.id&&n.status===`resumed`&&this.take(n),this.listener.changed(),t?.role===`customer`&&this.detail&&this.refresh()},onLine:()=>void 0,onRefused:e=>{this.problem=$e(e),this.listener.changed()}}),this.refresh())}rest(){this.stream?.close(),this.stream=null}take(e){this.handoff.status!==`resumed`&&(this.handoff=e,e.status===`resumed`&&this.drafts.drop(this.id))}claim(){return this.move(`claim`)}async release(){let e=await this.move(`release`);return e&&(this.notice=V.released),e}async reply(e){if(this.isBusy)return;let t=Pt(e,this.draft.sending);this.change({reply:``,sending:t}),await this.work(async()=>{this.transcript.add(await this.api.post(`/v1/handoffs/${this.id}/messages`,{text:e},t.key))})?this.change({sending:null}):this.change({reply:It(this.draft)})}decide(e,t=``){return this.work(async()=>{let n={action:e,...t?{note:t}:{}},r=await this.api.post(`/v1/handoffs/${this.id}/resume`,n);for(let e of r.messages)this.transcript.add(e);this.take(r.handoff),this.listener.moved(r.handoff),this.notice=V.decided[e]})}async flag(e){let{reason:t,correction:n}=this.draft.flags[e]??{reason:`wrong`,correction:``},r={reason:t,...n.trim()?{correction:n.trim()}:{}};this.flagged=Pt(JSON.stringify([e,r]),this.flagged);let{key:i}=this.flagged;await this.work(async()=>{await this.api.post(`/v1/messages/${e}/flags`,r,i),this.notice=V.flagged})&&this.writeFlag(e,null)}keepAsCase(){return this.work(async()=>{await this.api.post(`/v1/conversations/${this.handoff.conversation_id}/eval-case`,{}),this.notice=V.keptAsCase})}move(e){return this.work(async()=>{let t=await this.api.post(`/v1/handoffs/${this.id}/${e}`);this.take(t),this.listener.moved(t)})}async refresh(){try{this.detail=await this.api.get(`/v1/handoffs/${this.id}`);for(let e of this.detail.transcript)this.transcript.add(e)}catch(e){this.problem=$e(e)}this.listener.changed()}async work(e){if(this.isBusy)return!1;Object.assign(this,{isBusy:!0,problem:``,notice:``}),this.listener.changed();try{return await e(),!0}catch(e){return this.problem=$e(e),e instanceof H&&e.status===401&&this.listener.signedOut(),!1}finally{this.isBusy=!1,this.listener.changed(),this.problem||this.refresh()}}},Bt=[`waiting_for_human`,`with_human`,`waiting_for_approval`],Vt=class{constructor(e){this.api=e,this.names=new Map,this.customers=new Map}of(e){return this.names.get(e.conversation_id)??`…`}async learn(e){if(e.every(e=>this.names.has(e.conversation_id)))return;let t=await Promise.all(Bt.map(e=>this.api.get(`/v1/conversations?status=${e}&limit=200`)));for(let{id:e,customer_id:n}of t.flatMap(e=>e.items))this.names.set(e,n?await this.customer(n):B.guest)}async customer(e){let t=this.customers.get(e);if(t)return t;let n=(await this.api.get(`/v1/backoffice/customers/${encodeURIComponent(e)}`).catch(()=>null))?.name??e;return this.customers.set(e,n),n}},Ht=200,Ut=class{constructor(e,t,n,r){this.api=e,this.me=t,this.changed=n,this.signedOut=r,this.queue=null,this.current=null,this.isOnline=null,this.opened=new Map,this.names=new Vt(e),this.drafts=new Ft(t.name),this.stream=new At(e,`/v1/handoffs/events`,{onEvent:e=>this.takeQueue(e.data.items),onLine:e=>{this.isOnline=e,this.changed()},onRefused:()=>this.signedOut()})}leave(){this.stream.close(),this.current?.rest()}forget(){this.drafts.forget()}markOf(e){return this.drafts.hasWords(e)?this.opened.get(e)?.problem?`notSent`:`draft`:null}open(e){this.current?.id!==e.id&&(this.current?.rest(),this.current=this.opened.get(e.id)??this.handOf(e),this.current.watch(),this.changed())}handOf(e){let t=new zt(e,this.api,this.me.name,this.drafts,{changed:this.changed,moved:e=>this.move(e),signedOut:this.signedOut});return this.opened.set(e.id,t),t}move(e){let t=this.queue?.filter(t=>t.id!==e.id)??[],n=e.status===`resumed`?t:[...t,e];this.queue=n.sort((e,t)=>e.waiting_since.localeCompare(t.waiting_since)||e.id.localeCompare(t.id))}takeQueue(e){this.queue=e;for(let t of e)this.opened.get(t.id)?.take(t);e.length<Ht&&this.putAway(new Set(e.map(e=>e.id))),this.changed(),this.names.learn(e).then(()=>this.changed(),()=>void 0)}putAway(e){this.drafts.keepOnly(e);for(let[t,n]of this.opened)e.has(t)||(n.take({...n.handoff,status:`resumed`}),n!==this.current&&this.opened.delete(t))}},Wt={ATTRIBUTE:1,CHILD:2,PROPERTY:3,BOOLEAN_ATTRIBUTE:4,EVENT:5,ELEMENT:6},Gt=e=>(...t)=>({_$litDirective$:e,values:t}),Kt=class{constructor(e){}get _$AU(){return this._$AM._$AU}_$AT(e,t,n){this._$Ct=e,this._$AM=t,this._$Ci=n}_$AS(e,t){return this.update(e,t)}update(e,t){return this.render(...t)}},{I:qt}=je,Jt=e=>e,Yt=()=>document.createComment(``),Xt=(e,t,n)=>{let r=e._$AA.parentNode,i=t===void 0?e._$AB:t._$AA;if(n===void 0)n=new qt(r.insertBefore(Yt(),i),r.insertBefore(Yt(),i),e,e.options);else{let t=n._$AB.nextSibling,a=n._$AM,o=a!==e;if(o){let t;n._$AQ?.(e),n._$AM=e,n._$AP!==void 0&&(t=e._$AU)!==a._$AU&&n._$AP(t)}if(t!==i||o){let e=n._$AA;for(;e!==t;){let t=Jt(e).nextSibling;Jt(r).insertBefore(e,i),e=t}}}return n},q=(e,t,n=e)=>(e._$AI(t,n),e),Zt={},Qt=(e,t=Zt)=>e._$AH=t,$t=e=>e._$AH,en=e=>{e._$AR(),e._$AA.remove()},tn=(e,t,n)=>{let r=new Map;for(let i=t;i<=n;i++)r.set(e[i],i);return r},nn=Gt(class extends Kt{constructor(e){if(super(e),e.type!==Wt.CHILD)throw Error(`repeat() can only be used in text expressions`)}dt(e,t,n){let r;n===void 0?n=t:t!==void 0&&(r=t);let i=[],a=[],o=0;for(let t of e)i[o]=r?r(t,o):o,a[o]=n(t,o),o++;return{values:a,keys:i}}render(e,t,n){return this.dt(e,t,n).values}update(e,[t,n,r]){let i=$t(e),{values:a,keys:o}=this.dt(t,n,r);if(!Array.isArray(i))return this.ut=o,a;let s=this.ut??=[],c=[],l,u,d=0,f=i.length-1,p=0,m=a.length-1;for(;d<=f&&p<=m;)if(i[d]===null)d++;else if(i[f]===null)f--;else if(s[d]===o[p])c[p]=q(i[d],a[p]),d++,p++;else if(s[f]===o[m])c[m]=q(i[f],a[m]),f--,m--;else if(s[d]===o[m])c[m]=q(i[d],a[m]),Xt(e,c[m+1],i[d]),d++,m--;else if(s[f]===o[p])c[p]=q(i[f],a[p]),Xt(e,i[d],i[f]),f--,p++;else if(l===void 0&&(l=tn(o,p,m),u=tn(s,d,f)),l.has(s[d])){if(l.has(s[f])){let t=u.get(o[p]),n=t===void 0?null:i[t];if(n===null){let t=Xt(e,i[d]);q(t,a[p]),c[p]=t}else c[p]=q(n,a[p]),Xt(e,i[d],n),i[t]=null;p++}else en(i[f]),f--}else en(i[d]),d++;for(;p<=m;){let t=Xt(e,c[m+1]);q(t,a[p]),c[p++]=t}for(;d<=f;){let e=i[d++];e!==null&&en(e)}return this.ut=o,Qt(e,c),O}}),rn={wants:`Wants`,action:`Action`,identity:`Identity`,reason:`Reason`},an={customer_request:`accent`,repeated_failure:`warn`,no_answer:`warn`,low_confidence:`warn`,policy:`plain`,approval_needed:`accent`,identity_not_verified:`warn`,tool_failure:`danger`,sentiment:`danger`,safety:`danger`,model_unavailable:`plain`,agent_took_over:`plain`},on=e=>Object.hasOwn(an,e),sn=e=>on(e)?[B.handoffReasons[e],an[e]]:[e,`plain`];function cn(e,t){let n=(t-Date.parse(e))/6e4;return n>10?`very-late`:n>3?`late`:``}function ln(e){return e.split(` · `).filter(Boolean).map(e=>{let t=e.indexOf(`: `);return t<0?[``,e]:[e.slice(0,t),e.slice(t+2)]})}var un=[`waiting`,`mine`,`approvals`],dn=`held`;function fn(e,t,n){return e===`approvals`?t.filter(e=>e.kind===`approval`&&e.status===`waiting`):e===`waiting`?t.filter(e=>e.kind===`conversation`&&e.status===`waiting`):t.filter(e=>e.status===`claimed`).filter(t=>t.claimed_by===n==(e===`mine`))}var J=class extends M{constructor(...e){super(...e),this.queue=null,this.version=0,this.tab=`waiting`,this.currentId=``,this.now=Date.now(),this.timer=0}static{this.styles=[L,o`
      :host {
        display: flex;
        flex-direction: column;
        min-block-size: 0;
      }
      .tabs {
        display: flex;
        flex-wrap: wrap;
        gap: 2px;
        padding: 10px 6px 0;
        border-block-end: 1px solid var(--line);
      }
      .tab {
        display: flex;
        align-items: center;
        gap: 5px;
        padding: 8px 7px 9px;
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
    `]}connectedCallback(){super.connectedCallback(),this.timer=window.setInterval(()=>this.now=Date.now(),1e3)}disconnectedCallback(){super.disconnectedCallback(),clearInterval(this.timer)}render(){let e=this.queue??[],t=fn(this.tab,e,this.me.name),n=this.me.role===`admin`?[...un,dn]:un;return D`
      <div class="tabs" role="tablist" aria-label=${V.queue}>
        ${n.map(t=>{let n=fn(t,e,this.me.name).length;return D`<button
            class="tab"
            role="tab"
            id="tab-${t}"
            aria-controls="list"
            aria-selected=${this.tab===t?`true`:`false`}
            @click=${()=>this.dispatchEvent(new CustomEvent(`queue-tab`,{detail:t}))}
          >
            ${V.tabs[t]}${n?D`<span class="chip">${n}</span>`:k}
          </button>`})}
      </div>
      <div class="list" id="list" role="tabpanel" aria-labelledby="tab-${this.tab}">
        ${this.queue===null?D`<p class="empty" role="status">${V.loadingQueue}</p>`:k}
        ${this.queue&&!t.length?D`<p class="empty">${V.emptyTabs[this.tab]}</p>`:k}
        ${nn(t,e=>e.id,e=>this.row(e))}
      </div>
    `}row(e){let[t,n]=sn(e.reason),r=ln(e.summary),i=r.find(([e])=>e===rn.action)??r.find(([e])=>e===rn.wants),a=this.markOf(e.id),o=e.status===`waiting`?cn(e.waiting_since,this.now):``;return D`<button
      class="handoff"
      data-id=${e.id}
      aria-current=${e.id===this.currentId?`true`:`false`}
      @click=${()=>this.dispatchEvent(new CustomEvent(`queue-open`,{detail:e}))}
    >
      <span class="name">${this.names.of(e)}</span>
      <span class="wait ${o}">${mt(e.waiting_since,this.now)}</span>
      <span class="reason ${n}">${t}</span>
      ${e.claimed_by?D`<span class="small muted">${e.claimed_by}</span>`:k}
      ${a?D`<span class="small ${a===`notSent`?`danger`:`muted`}">${V[a]}</span>`:k}
      <span class="about">${i?.[1]??V.askedForPerson}</span>
    </button>`}};U([P({attribute:!1})],J.prototype,`queue`,void 0),U([P({attribute:!1})],J.prototype,`names`,void 0),U([P({attribute:!1})],J.prototype,`version`,void 0),U([P({attribute:!1})],J.prototype,`markOf`,void 0),U([P({attribute:!1})],J.prototype,`me`,void 0),U([P()],J.prototype,`tab`,void 0),U([P()],J.prototype,`currentId`,void 0),U([F()],J.prototype,`now`,void 0),J=U([N(`handoff-queue`)],J);var pn=Gt(class extends Kt{constructor(){super(...arguments),this.key=k}render(e,t){return this.key=e,t}update(e,[t,n]){return t!==this.key&&(Qt(e),this.key=t),n}}),mn={chat:`M4 5.5A2.5 2.5 0 0 1 6.5 3h11A2.5 2.5 0 0 1 20 5.5v8a2.5 2.5 0 0 1-2.5 2.5H10l-4.5 4v-4.09A2.5 2.5 0 0 1 4 13.5z`,down:`m5 9 7 7 7-7`,close:`M6 6l12 12M18 6 6 18`,send:`M12 19V5m0 0-6 6m6-6 6 6`,person:`M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zm-7 8c.7-3.6 3.5-5.5 7-5.5s6.3 1.9 7 5.5`,lock:`M7 11V8a5 5 0 0 1 10 0v3m-11 0h12v9H6z`,check:`m5 12.5 4.5 4.5L19 7.5`,thumb:`M7 11v9H4v-9zm0 0 4-7c1.7 0 2.6 1.2 2.3 2.8L12.7 10H18a2 2 0 0 1 2 2.4l-1.2 6A2 2 0 0 1 16.8 20H7`,flag:`M6 21V4h11l-2 4 2 4H6`,box:`m12 3 8 4.3v9.4L12 21l-8-4.3V7.3zm0 9 8-4.7M12 12 4 7.3M12 12v9`,search:`M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14zm5-2 4 4`,warning:`M12 4 2.5 20h19zM12 10v4.5m0 2.4v.1`,stop:`M7 7h10v10H7z`,upload:`M12 16V4m0 0L7 9m5-5 5 5M4 16v4h16v-4`,file:`M6 3h8l4 4v14H6zm8 0v4h4`,back:`m14 5-7 7 7 7`,door:`M10 5H5v14h5m-1-7h11m0 0-4-4m4 4-4 4`};function hn(e,t=18){return D`<svg
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
    ${ye`<path d=${mn[e]}></path>`}
  </svg>`}var gn=z.personalDataOf,_n=RegExp(`\\[(${Object.keys(gn).join(`|`)})(?:_\\d{1,6})?\\]`,`g`);function vn(e){let t=[],n=0;for(let r of e.matchAll(_n))r.index>n&&t.push({text:e.slice(n,r.index),hidden:null}),t.push({text:r[0],hidden:gn[r[1]??``]??z.personalData}),n=r.index+r[0].length;return n<e.length&&t.push({text:e.slice(n),hidden:null}),t}var yn=/^\s*[-*•]\s+/,bn=/^\s*\d{1,2}[.)]\s+/,xn=/^#{1,4}\s+/,Sn=/\*\*([^*]+)\*\*|\[([^\]]+)\]\((https?:\/\/[^\s)]+|\/[^\s)]*)\)|(https?:\/\/[^\s<>()]+[^\s<>().,;:!?])|(\/help\/[a-z0-9-]+)/g,Cn=(e,t)=>D`<a href=${e} target="_blank" rel="noopener noreferrer">${t}</a>`;function wn(e){return vn(e).map(e=>e.hidden?D`<span class="lock" title=${z.whyHidden}>${hn(`lock`,13)}${z.hidden(e.hidden)}</span>`:e.text)}function Tn(e,t){let n=[],r=0;for(let i of e.matchAll(Sn)){let[a,o,s,c,l,u]=i;n.push(...wn(e.slice(r,i.index))),o===void 0?s!==void 0&&c!==void 0?n.push(Cn(c.startsWith(`/`)?t+c:c,s)):l===void 0?u!==void 0&&n.push(Cn(t+u,G(u.slice(6).replaceAll(`-`,`_`)))):n.push(Cn(l,l)):n.push(D`<strong>${wn(o)}</strong>`),r=i.index+a.length}return n.push(...wn(e.slice(r))),n}function En(e,t){let n=n=>e.map(e=>D`<li>${Tn(e.replace(n,``),t)}</li>`);return e.every(e=>yn.test(e))?D`<ul class="list">${n(yn)}</ul>`:e.every(e=>bn.test(e))?D`<ol class="list">${n(bn)}</ol>`:e.length===1&&xn.test(e[0]??``)?D`<p><strong>${Tn((e[0]??``).replace(xn,``),t)}</strong></p>`:D`<p>${e.map((e,n)=>D`${n?D`<br />`:``}${Tn(e,t)}`)}</p>`}var Dn=e=>yn.test(e)?`ul`:bn.test(e)?`ol`:xn.test(e)?`h`:`p`;function On(e,t=``){let n=[],r=``;for(let t of e.split(/\r?\n/)){let e=t.trim()===``?``:Dn(t);e&&(e!==r||e===`h`)&&n.push([]),e&&n.at(-1)?.push(t),r=e}return n.map(e=>En(e,t))}var kn=o`
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
`,An=[`wrong`,`outdated`,`incomplete`,`tone`,`unsafe`],jn={reason:An[0],correction:``},Y=class extends M{constructor(...e){super(...e),this.draft=jn,this.isBusy=!1}static{this.styles=[L,o`
      form {
        display: grid;
        gap: 8px;
        margin-block-start: 6px;
      }
    `]}firstUpdated(){this.reason.focus()}render(){let{reason:e,correction:t}=this.draft;return D`<form class="card" @submit=${this.submit} @keydown=${this.onKey}>
      <label>
        ${V.flagQuestion}
        <select @change=${this.write}>${An.map(t=>D`<option value=${t} ?selected=${t===e}>${B.flagReasons[t]}</option>`)}</select>
      </label>
      <label>${V.flagCorrection}<textarea rows="2" maxlength="2000" .value=${t} @input=${this.write}></textarea></label>
      <div class="row">
        <button class="button main small" ?disabled=${this.isBusy}>${V.flag}</button>
        <button class="button small" type="button" @click=${this.giveUp}>${V.cancel}</button>
      </div>
    </form>`}submit(e){e.preventDefault(),this.dispatchEvent(new CustomEvent(`flag-send`))}write(){this.dispatchEvent(new CustomEvent(`flag-change`,{detail:{reason:this.reason.value,correction:this.correction.value}}))}onKey(e){e.key===`Escape`&&this.giveUp()}giveUp(){this.dispatchEvent(new CustomEvent(`flag-change`,{detail:null}))}};U([P({attribute:!1})],Y.prototype,`draft`,void 0),U([P({type:Boolean})],Y.prototype,`isBusy`,void 0),U([I(`select`)],Y.prototype,`reason`,void 0),U([I(`textarea`)],Y.prototype,`correction`,void 0),Y=U([N(`flag-form`)],Y);function Mn(e){return e.filter(e=>e.act!==`talk`).map(e=>({words:Nn(e),clause:e.text,isUrgent:e.act===`urgent`}))}function Nn(e){let{kinds:t,denied:n,pieces:r}=V.read,i=e.negated&&e.act===`wish`?n:t[e.act],a=[e.intent&&e.intent!==`report_problem`&&e.act!==`urgent`?G(e.intent).toLowerCase():null,e.reason?G(e.reason).toLowerCase():null,e.quantity===null?null:r(e.quantity),e.order_id,e.amount].filter(e=>e!==null);return a.length?`${i}: ${a.join(` · `)}`:i}var Pn={reason:`wrong`,correction:``},Fn=class extends M{constructor(...e){super(...e),this.version=0,this.shown=``}static{this.styles=[L,kn,o`
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
      .read {
        display: flex;
        flex-wrap: wrap;
        gap: 4px;
        margin: 0;
        padding: 0;
        list-style: none;
      }
      .read .chip {
        white-space: normal;
      }
      .read .urgent {
        border-color: var(--danger);
        color: var(--danger);
      }
      .flag {
        inline-size: 26px;
        block-size: 24px;
        color: var(--muted);
      }
    `]}flagLast(){this.hand.beginFlag(this.transcript.messages.findLast(e=>e.role===`assistant`)?.id??``)}get transcript(){return this.hand.transcript}updated(e){let t=this.transcript.messages.at(-1)?.id??``;e.has(`version`)&&t!==this.shown&&(this.shown=t,this.log.scrollTop=this.log.scrollHeight)}render(){return D`<div class="log" role="log" aria-label=${V.conversation} aria-live="polite" tabindex="0">
      ${nn(this.transcript.messages,e=>e.id,e=>this.entry(e))}
    </div>`}entry(e){let{role:t,author:n,created_at:r,text:i,id:a}=e;return t===`system`?D`<div class="system">${i} · ${ft(r)}</div>`:D`<article class=${t}>
      <div class="who">
        <strong>${n.name}</strong>${ft(r)}
        ${t===`assistant`?D`<button class="icon flag" aria-label=${V.flagThis} title=${V.flagThisKey} @click=${()=>this.hand.beginFlag(a)}>
              ${hn(`flag`,14)}
            </button>`:k}
      </div>
      <div class="bubble"><div class="text">${On(i)}</div></div>
      ${t===`customer`?this.readIn(e):k} ${t===`assistant`?this.workings(e):k}
      ${this.hand.draft.flagging===a?this.flagForm(a):k}
    </article>`}flagForm(e){return D`<flag-form
      .draft=${this.hand.draft.flags[e]??Pn}
      .isBusy=${this.hand.isBusy}
      @flag-change=${t=>this.hand.writeFlag(e,t.detail)}
      @flag-send=${()=>this.hand.flag(e)}
    ></flag-form>`}readIn(e){let t=Mn(this.transcript.turns.get(e.turn_id??``)?.acts??[]);return t.length?D`<ul class="read" aria-label=${V.readLabel}>
      ${t.map(e=>D`<li class="chip ${e.isUrgent?`urgent`:``}" title=${e.clause}>${e.words}</li>`)}
    </ul>`:k}workings(e){let t=this.transcript.turns.get(e.turn_id??``);return!t||t.intent===`greeting`?k:D`<details>
      <summary>${t.intent?G(t.intent):V.noIntent} · ${V.outcomes[t.outcome]}</summary>
      <dl>
        ${t.confidence===null?k:D`<dt>${V.confidence}</dt><dd>${Ve(t.confidence)}</dd>`}
        ${In(t)}
        ${e.citations.map((e,t)=>D`<dt>${V.source(t+1)}</dt><dd>${e.title}${e.quote?D`: “${e.quote}”`:k}</dd>`)}
        <dt>${V.took}</dt><dd>${z.duration.milliseconds(Be(t.duration_ms))}</dd>
      </dl>
    </details>`}};U([P({attribute:!1})],Fn.prototype,`hand`,void 0),U([P({attribute:!1})],Fn.prototype,`version`,void 0),U([I(`.log`)],Fn.prototype,`log`,void 0),Fn=U([N(`agent-transcript`)],Fn);function In(e){return e.tool_calls.map(e=>{let t=Object.entries(e.arguments).map(([e,t])=>`${e} ${JSON.stringify(t)}`);return D`<dt>${G(e.name)}</dt>
      <dd>
        ${G(e.status).toLowerCase()}${t.length?D` <span class="mono">${t.join(`, `)}</span>`:k}
        ${e.result?.message??e.result?.reference??``}
      </dd>`})}var X=class extends M{constructor(...e){super(...e),this.isBusy=!1,this.isMine=!1}static{this.styles=[L,o`
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
    `]}render(){let e=this.handoff.detail??{};return D`<section class="card" aria-label=${V.approval}>
      <div class="row">
        <strong>${e.name?G(e.name):V.request}</strong>
        ${e.amount?D`<span class="amount">${dt(e.amount)}</span>`:k}
      </div>
      <p>${V.confirmed(D`<strong>${e.words??this.handoff.summary}</strong>`)}</p>
      ${e.wants_person?D`<p><strong>${V.alsoAsksForPerson}</strong></p>`:k}
      ${e.rule?.rule?D`<p class="rule muted">${V.askedByRule(D`<span class="mono">${e.rule.rule}</span>`)}</p>`:k}
      ${this.handoff.status===`resumed`?k:this.buttons()}
    </section>`}buttons(){if(!this.isMine){let e=this.handoff.claimed_by;return D`<p class="small">${e?V.holdsApproval(e):V.claimToDecide}</p>`}return this.draft.isRejecting?D`<form @submit=${this.reject}>
        <label for="reason">${V.rejectReason}</label>
        <textarea
          id="reason"
          rows="2"
          maxlength="2000"
          required
          .value=${this.draft.reason}
          @input=${()=>this.write({reason:this.reason?.value??``})}
        ></textarea>
        <div class="row">
          <button class="button danger" ?disabled=${this.isBusy}>${V.rejectWithReason}</button>
          <button class="button" type="button" @click=${()=>this.write({isRejecting:!1})}>${V.back}</button>
        </div>
      </form>`:D`<div class="row">
      <button class="button main" ?disabled=${this.isBusy} @click=${()=>this.decide(`approve`,``)}>${V.approve}</button>
      <button class="button danger" ?disabled=${this.isBusy} @click=${this.startRejecting}>${V.reject}</button>
    </div>`}async startRejecting(){this.write({isRejecting:!0}),await this.updateComplete,this.reason?.focus()}reject(e){e.preventDefault();let t=this.draft.reason.trim();t&&this.decide(`reject`,t)}write(e){this.dispatchEvent(new CustomEvent(`draft-change`,{detail:e}))}decide(e,t){this.dispatchEvent(new CustomEvent(`agent-decide`,{detail:{action:e,note:t}}))}};U([P({attribute:!1})],X.prototype,`handoff`,void 0),U([P({type:Boolean})],X.prototype,`isBusy`,void 0),U([P({type:Boolean})],X.prototype,`isMine`,void 0),U([P({attribute:!1})],X.prototype,`draft`,void 0),U([I(`textarea`)],X.prototype,`reason`,void 0),X=U([N(`approval-card`)],X);var Z=class extends M{constructor(...e){super(...e),this.suggestions=[],this.isBusy=!1,this.text=``}static{this.styles=[L,o`
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
    `]}focusField(){this.field.focus()}render(){return D`
      ${this.suggestions.length?D`<div class="suggestions" role="group" aria-label=${V.suggestedReplies}>
            <span class="small muted">${V.suggested}</span>
            ${this.suggestions.map(e=>D`<button class="suggestion" title=${e.text} @click=${()=>this.insert(e.text)}>
                ${e.citations[0]?D`<strong>${e.citations[0].title}</strong> `:k}${e.text}
              </button>`)}
          </div>`:k}
      <form @submit=${this.submit}>
        <textarea
          rows="1"
          maxlength="8000"
          aria-label=${V.reply}
          placeholder=${V.replyToCustomer}
          .value=${this.text}
          @input=${()=>this.write(this.field.value)}
          @keydown=${this.onKey}
        ></textarea>
        <button class="button main" ?disabled=${this.isBusy||!this.text.trim()}>${V.send}</button>
      </form>
      <p class="hint">${V.sendHint}</p>
    `}write(e){this.dispatchEvent(new CustomEvent(`draft-change`,{detail:e}))}insert(e){this.write(this.text?`${this.text.trimEnd()}\n${e}`:e),this.field.focus()}onKey(e){e.key===`Escape`&&this.field.blur(),e.key!==`Enter`||e.shiftKey||e.isComposing||(e.preventDefault(),this.submit(e))}submit(e){e.preventDefault();let t=this.text.trim();t&&!this.isBusy&&this.dispatchEvent(new CustomEvent(`agent-reply`,{detail:t}))}};U([P({attribute:!1})],Z.prototype,`suggestions`,void 0),U([P({type:Boolean})],Z.prototype,`isBusy`,void 0),U([P()],Z.prototype,`text`,void 0),U([I(`textarea`)],Z.prototype,`field`,void 0),Z=U([N(`reply-composer`)],Z);var Q=class extends M{constructor(...e){super(...e),this.hand=null,this.version=0,this.isAdmin=!1}static{this.styles=[L,o`
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
      .whom {
        flex: 1 1 220px;
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
      @media (max-width: 900px) {
        header {
          padding-inline: 16px;
        }
      }
    `]}focusReply(){this.composer?.focusField()}flagLast(){this.transcript?.flagLast()}askToClose(){this.hand?.handoff.kind===`conversation`&&this.hand.isMine&&this.hand.change({isClosing:!0})}render(){return this.hand?D`${pn(this.hand.id,this.inHand(this.hand))}`:D`<p class="empty">
        ${V.chooseConversation}<br />${V.pressKeys(D`<strong>j</strong>`,D`<strong>?</strong>`)}
      </p>`}inHand(e){let{handoff:t,problem:n,notice:r,draft:i,isBusy:a,isMine:o}=e;return D`
      ${this.head(e)}
      ${n?D`<div class="notice bad" role="alert">${n}</div>`:k}
      ${r?D`<div class="notice" role="status">${r}</div>`:k}
      ${this.summary(t)}
      ${t.kind===`approval`?D`<approval-card
            .handoff=${t}
            .draft=${i}
            .isBusy=${a}
            .isMine=${o}
            @draft-change=${t=>e.change(t.detail)}
            @agent-decide=${t=>e.decide(t.detail.action,t.detail.note)}
          ></approval-card>`:k}
      <agent-transcript .hand=${e} .version=${this.version}></agent-transcript>
      ${t.kind===`conversation`&&o?D`<reply-composer
            .suggestions=${e.detail?.suggested_replies??[]}
            .text=${i.reply}
            .isBusy=${a}
            @draft-change=${t=>e.change({reply:t.detail})}
            @agent-reply=${t=>e.reply(t.detail)}
          ></reply-composer>`:D`<div class="foot">${Ln(e)}</div>`}
    `}head(e){let{handoff:t}=e,[n]=sn(t.reason);return D`<header>
      <button class="button small back" part="back" @click=${()=>this.dispatchEvent(new CustomEvent(`queue-back`))}>${V.queue}</button>
      <div class="whom">
        <h2>${this.names.of(t)}</h2>
        <div class="small muted">${n} · ${V.since(ft(t.waiting_since))}${t.claimed_by?` · ${t.claimed_by}`:``}</div>
      </div>
      <div class="row actions">
        <button class="button" title=${V.keepAsCaseTitle} ?disabled=${e.isBusy} @click=${()=>e.keepAsCase()}>${V.keepAsCase}</button>
        ${this.actions(e)}
      </div>
    </header>`}actions(e){let{handoff:t,isBusy:n,isMine:r,draft:i}=e;if(t.status===`waiting`)return D`<button class="button main" ?disabled=${n} @click=${()=>this.dispatchEvent(new CustomEvent(`agent-claim`))}>${V.claim}</button>`;if(t.status!==`claimed`||!(r||this.isAdmin))return k;let a=D`<button class="button" title=${V.releaseTitle} ?disabled=${n} @click=${()=>e.release()}>${V.release}</button>`;return!r||t.kind===`approval`?a:i.isClosing?D`<span class="small">${V.closeQuestion}</span>
        <button class="button danger" ?disabled=${n} @click=${()=>e.decide(`close`)}>${V.closeYes}</button>
        <button class="button" @click=${()=>e.change({isClosing:!1})}>${V.closeNo}</button>`:D`${a}
      <button class="button" ?disabled=${n} @click=${()=>e.decide(`return_to_bot`)}>${V.returnToAssistant}</button>
      <button class="button" ?disabled=${n} @click=${()=>this.askToClose()}>${V.close}</button>`}summary(e){let t=ln(e.summary).filter(([e])=>e!==rn.reason);return D`<dl class="summary" aria-label=${V.summary}>
      ${t.map(([e,t])=>D`<div>${e?D`<dt>${e}: </dt>`:k}<dd>${e===rn.identity?G(t):t}</dd></div>`)}
    </dl>`}};U([P({attribute:!1})],Q.prototype,`hand`,void 0),U([P({attribute:!1})],Q.prototype,`names`,void 0),U([P({attribute:!1})],Q.prototype,`version`,void 0),U([P({type:Boolean})],Q.prototype,`isAdmin`,void 0),U([I(`agent-transcript`)],Q.prototype,`transcript`,void 0),U([I(`reply-composer`)],Q.prototype,`composer`,void 0),Q=U([N(`handoff-view`)],Q);function Ln({handoff:e,draft:t}){let{done:n,approval:r,held:i,unclaimed:a,kept:o}=V.noReply;if(e.status===`resumed`)return n;if(e.kind===`approval`)return r;let s=e.claimed_by?i(e.claimed_by):a;return t.reply.trim()?`${s} ${o}`:s}var Rn=class extends M{static{this.styles=[L,o`
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
    `]}get isOpen(){return this.dialog.open}open(){this.dialog.showModal()}render(){return D`<dialog aria-labelledby="title">
      <h2 id="title">${V.keys}</h2>
      <dl>${Object.entries(V.keyList).map(([e,t])=>D`<dt><kbd>${e}</kbd></dt><dd>${t}</dd>`)}</dl>
      <button class="button" @click=${()=>this.dialog.close()}>${V.close}</button>
    </dialog>`}};U([I(`dialog`)],Rn.prototype,`dialog`,void 0),Rn=U([N(`keys-help`)],Rn);var zn=500,Bn=1e4,Vn=1e3,$=class extends M{constructor(...e){super(...e),this.desk=null,this.tab=`waiting`,this.version=0,this.isQueueShown=!0,this.entering=``,this.lastTyped=-1/0,this.onKey=e=>{let t=e.composedPath()[0];if(t instanceof HTMLElement&&/^(INPUT|TEXTAREA|SELECT)$/.test(t.tagName)){this.lastTyped=e.key===`Escape`?-1/0:e.timeStamp;return}let n=e.timeStamp-this.lastTyped<Vn;if(n&&(this.lastTyped=e.timeStamp),!this.desk||n||this.keys?.isOpen||e.ctrlKey||e.metaKey||e.altKey)return;let r={j:()=>this.move(1),k:()=>this.move(-1),c:()=>void this.claim(),r:()=>this.view?.focusReply(),f:()=>this.view?.flagLast(),e:()=>this.view?.askToClose(),"?":()=>this.keys?.open()}[e.key];!r||e.repeat&&!`jk`.includes(e.key)||(e.preventDefault(),r())}}static{this.styles=[ze,L,o`
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
    `]}connectedCallback(){super.connectedCallback(),document.documentElement.lang=V.language,document.title=V.pageTitle,addEventListener(`keydown`,this.onKey),it()&&this.enter(it())}disconnectedCallback(){super.disconnectedCallback(),removeEventListener(`keydown`,this.onKey),this.leave()}render(){let e=this.desk;if(!e&&this.entering)return D`<div class="page"><div class="bar"><span class="chip line off" role="status">${V.connecting}</span></div></div>`;if(!e)return D`<staff-sign-in
        heading=${V.title}
        probe="/v1/handoffs?limit=1"
        page="agent"
        roles=${V.roles}
        @signed-in=${e=>this.enter(e.detail)}
      ></staff-sign-in>`;let t=e=>e?`away`:``;return D`<div class="page">
        <div class="bar">
          <img src="/static/icon.svg" width="26" height="26" alt="" />
          <h1>${V.title}</h1>
          <span class="chip line ${e.isOnline===!1?`off`:``}" role="status">${e.isOnline===!1?V.connecting:V.live}</span>
          <button class="button small keys" @click=${()=>this.keys?.open()}>${V.keys}</button>
          <button class="button small" @click=${()=>this.endAndSignOut(e)}>${V.signOut(e.me.name)}</button>
        </div>
        <handoff-queue
          class=${t(!this.isQueueShown)}
          .queue=${e.queue}
          .names=${e.names}
          .version=${this.version}
          .markOf=${t=>e.markOf(t)}
          .me=${e.me}
          .tab=${this.tab}
          .currentId=${e.current?.id??``}
          @queue-tab=${e=>this.tab=e.detail}
          @queue-open=${e=>this.open(e.detail)}
        ></handoff-queue>
        <handoff-view
          class=${t(this.isQueueShown)}
          .hand=${e.current}
          .names=${e.names}
          .version=${this.version}
          .isAdmin=${e.me.role===`admin`}
          @agent-claim=${()=>this.claim()}
          @queue-back=${()=>this.isQueueShown=!0}
        ></handoff-view>
        <customer-context class=${t(this.isQueueShown)} .detail=${e.current?.detail??null}></customer-context>
      </div>
      <keys-help></keys-help>`}async enter(e){let t=new nt(``,e);this.entering=e;for(let n=zn;this.entering===e;n=Math.min(n*2,Bn)){try{let n=await t.get(`/v1/staff/me`);this.entering===e&&this.sitDown(t,n);return}catch(t){this.entering===e&&t instanceof H&&!t.isPassing&&this.signOut()}await new Promise(e=>setTimeout(e,n))}}sitDown(e,t){let n=new Ut(e,t,()=>this.version+=1,()=>{this.desk===n&&this.signOut()});this.entering=``,this.desk=n}async endAndSignOut(e){await ct(e.api)&&this.signOut()}signOut(){at(``),this.desk?.forget(),this.leave(),this.tab=`waiting`,this.isQueueShown=!0}leave(){this.entering=``,this.desk?.leave(),this.desk=null}open(e){this.isQueueShown=!1,this.desk?.open(e)}async claim(){let e=this.desk?.current;await e?.claim()&&e===this.desk?.current&&(this.tab=`mine`)}move(e){let t=this.desk?fn(this.tab,this.desk.queue??[],this.desk.me.name):[],n=t.findIndex(e=>e.id===this.desk?.current?.id),r=t[n<0?0:Math.min(Math.max(n+e,0),t.length-1)];r&&this.open(r)}};U([F()],$.prototype,`desk`,void 0),U([F()],$.prototype,`tab`,void 0),U([F()],$.prototype,`version`,void 0),U([F()],$.prototype,`isQueueShown`,void 0),U([F()],$.prototype,`entering`,void 0),U([I(`handoff-view`)],$.prototype,`view`,void 0),U([I(`keys-help`)],$.prototype,`keys`,void 0),$=U([N(`agent-console`)],$)})();