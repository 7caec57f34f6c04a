(function(){var e=Object.defineProperty,t=(t,n)=>{let r={};for(var i in t)e(r,i,{get:t[i],enumerable:!0});return n||e(r,Symbol.toStringTag,{value:`Module`}),r},n=globalThis,r=n.ShadowRoot&&(n.ShadyCSS===void 0||n.ShadyCSS.nativeShadow)&&`adoptedStyleSheets`in Document.prototype&&`replace`in CSSStyleSheet.prototype,i=Symbol(),a=new WeakMap,o=class{constructor(e,t,n){if(this._$cssResult$=!0,n!==i)throw Error("CSSResult is not constructable. Use `unsafeCSS` or `css` instead.");this.cssText=e,this.t=t}get styleSheet(){let e=this.o,t=this.t;if(r&&e===void 0){let n=t!==void 0&&t.length===1;n&&(e=a.get(t)),e===void 0&&((this.o=e=new CSSStyleSheet).replaceSync(this.cssText),n&&a.set(t,e))}return e}toString(){return this.cssText}},s=e=>new o(typeof e==`string`?e:e+``,void 0,i),c=(e,...t)=>new o(e.length===1?e[0]:t.reduce((t,n,r)=>t+(e=>{if(!0===e._$cssResult$)return e.cssText;if(typeof e==`number`)return e;throw Error(`Value passed to 'css' function must be a 'css' function result: `+e+`. Use 'unsafeCSS' to pass non-literal values, but take care to ensure page security.`)})(n)+e[r+1],e[0]),e,i),l=(e,t)=>{if(r)e.adoptedStyleSheets=t.map(e=>e instanceof CSSStyleSheet?e:e.styleSheet);else for(let r of t){let t=document.createElement(`style`),i=n.litNonce;i!==void 0&&t.setAttribute(`nonce`,i),t.textContent=r.cssText,e.appendChild(t)}},u=r?e=>e:e=>e instanceof CSSStyleSheet?(e=>{let t=``;for(let n of e.cssRules)t+=n.cssText;return s(t)})(e):e,{is:d,defineProperty:f,getOwnPropertyDescriptor:p,getOwnPropertyNames:m,getOwnPropertySymbols:h,getPrototypeOf:g}=Object,_=globalThis,v=_.trustedTypes,y=v?v.emptyScript:``,b=_.reactiveElementPolyfillSupport,x=(e,t)=>e,S={toAttribute(e,t){switch(t){case Boolean:e=e?y:null;break;case Object:case Array:e=e==null?e:JSON.stringify(e)}return e},fromAttribute(e,t){let n=e;switch(t){case Boolean:n=e!==null;break;case Number:n=e===null?null:Number(e);break;case Object:case Array:try{n=JSON.parse(e)}catch{n=null}}return n}},C=(e,t)=>!d(e,t),w={attribute:!0,type:String,converter:S,reflect:!1,useDefault:!1,hasChanged:C};Symbol.metadata??=Symbol(`metadata`),_.litPropertyMetadata??=new WeakMap;var T=class extends HTMLElement{static addInitializer(e){this._$Ei(),(this.l??=[]).push(e)}static get observedAttributes(){return this.finalize(),this._$Eh&&[...this._$Eh.keys()]}static createProperty(e,t=w){if(t.state&&(t.attribute=!1),this._$Ei(),this.prototype.hasOwnProperty(e)&&((t=Object.create(t)).wrapped=!0),this.elementProperties.set(e,t),!t.noAccessor){let n=Symbol(),r=this.getPropertyDescriptor(e,n,t);r!==void 0&&f(this.prototype,e,r)}}static getPropertyDescriptor(e,t,n){let{get:r,set:i}=p(this.prototype,e)??{get(){return this[t]},set(e){this[t]=e}};return{get:r,set(t){let a=r?.call(this);i?.call(this,t),this.requestUpdate(e,a,n)},configurable:!0,enumerable:!0}}static getPropertyOptions(e){return this.elementProperties.get(e)??w}static _$Ei(){if(this.hasOwnProperty(x(`elementProperties`)))return;let e=g(this);e.finalize(),e.l!==void 0&&(this.l=[...e.l]),this.elementProperties=new Map(e.elementProperties)}static finalize(){if(this.hasOwnProperty(x(`finalized`)))return;if(this.finalized=!0,this._$Ei(),this.hasOwnProperty(x(`properties`))){let e=this.properties,t=[...m(e),...h(e)];for(let n of t)this.createProperty(n,e[n])}let e=this[Symbol.metadata];if(e!==null){let t=litPropertyMetadata.get(e);if(t!==void 0)for(let[e,n]of t)this.elementProperties.set(e,n)}this._$Eh=new Map;for(let[e,t]of this.elementProperties){let n=this._$Eu(e,t);n!==void 0&&this._$Eh.set(n,e)}this.elementStyles=this.finalizeStyles(this.styles)}static finalizeStyles(e){let t=[];if(Array.isArray(e)){let n=new Set(e.flat(1/0).reverse());for(let e of n)t.unshift(u(e))}else e!==void 0&&t.push(u(e));return t}static _$Eu(e,t){let n=t.attribute;return!1===n?void 0:typeof n==`string`?n:typeof e==`string`?e.toLowerCase():void 0}constructor(){super(),this._$Ep=void 0,this.isUpdatePending=!1,this.hasUpdated=!1,this._$Em=null,this._$Ev()}_$Ev(){this._$ES=new Promise(e=>this.enableUpdating=e),this._$AL=new Map,this._$E_(),this.requestUpdate(),this.constructor.l?.forEach(e=>e(this))}addController(e){(this._$EO??=new Set).add(e),this.renderRoot!==void 0&&this.isConnected&&e.hostConnected?.()}removeController(e){this._$EO?.delete(e)}_$E_(){let e=new Map,t=this.constructor.elementProperties;for(let n of t.keys())this.hasOwnProperty(n)&&(e.set(n,this[n]),delete this[n]);e.size>0&&(this._$Ep=e)}createRenderRoot(){let e=this.shadowRoot??this.attachShadow(this.constructor.shadowRootOptions);return l(e,this.constructor.elementStyles),e}connectedCallback(){this.renderRoot??=this.createRenderRoot(),this.enableUpdating(!0),this._$EO?.forEach(e=>e.hostConnected?.())}enableUpdating(e){}disconnectedCallback(){this._$EO?.forEach(e=>e.hostDisconnected?.())}attributeChangedCallback(e,t,n){this._$AK(e,n)}_$ET(e,t){let n=this.constructor.elementProperties.get(e),r=this.constructor._$Eu(e,n);if(r!==void 0&&!0===n.reflect){let i=(n.converter?.toAttribute===void 0?S:n.converter).toAttribute(t,n.type);this._$Em=e,i==null?this.removeAttribute(r):this.setAttribute(r,i),this._$Em=null}}_$AK(e,t){let n=this.constructor,r=n._$Eh.get(e);if(r!==void 0&&this._$Em!==r){let e=n.getPropertyOptions(r),i=typeof e.converter==`function`?{fromAttribute:e.converter}:e.converter?.fromAttribute===void 0?S:e.converter;this._$Em=r;let a=i.fromAttribute(t,e.type);this[r]=a??this._$Ej?.get(r)??a,this._$Em=null}}requestUpdate(e,t,n,r=!1,i){if(e!==void 0){let a=this.constructor;if(!1===r&&(i=this[e]),n??=a.getPropertyOptions(e),!((n.hasChanged??C)(i,t)||n.useDefault&&n.reflect&&i===this._$Ej?.get(e)&&!this.hasAttribute(a._$Eu(e,n))))return;this.C(e,t,n)}!1===this.isUpdatePending&&(this._$ES=this._$EP())}C(e,t,{useDefault:n,reflect:r,wrapped:i},a){n&&!(this._$Ej??=new Map).has(e)&&(this._$Ej.set(e,a??t??this[e]),!0!==i||a!==void 0)||(this._$AL.has(e)||(this.hasUpdated||n||(t=void 0),this._$AL.set(e,t)),!0===r&&this._$Em!==e&&(this._$Eq??=new Set).add(e))}async _$EP(){this.isUpdatePending=!0;try{await this._$ES}catch(e){Promise.reject(e)}let e=this.scheduleUpdate();return e!=null&&await e,!this.isUpdatePending}scheduleUpdate(){return this.performUpdate()}performUpdate(){if(!this.isUpdatePending)return;if(!this.hasUpdated){if(this.renderRoot??=this.createRenderRoot(),this._$Ep){for(let[e,t]of this._$Ep)this[e]=t;this._$Ep=void 0}let e=this.constructor.elementProperties;if(e.size>0)for(let[t,n]of e){let{wrapped:e}=n,r=this[t];!0!==e||this._$AL.has(t)||r===void 0||this.C(t,void 0,n,r)}}let e=!1,t=this._$AL;try{e=this.shouldUpdate(t),e?(this.willUpdate(t),this._$EO?.forEach(e=>e.hostUpdate?.()),this.update(t)):this._$EM()}catch(t){throw e=!1,this._$EM(),t}e&&this._$AE(t)}willUpdate(e){}_$AE(e){this._$EO?.forEach(e=>e.hostUpdated?.()),this.hasUpdated||(this.hasUpdated=!0,this.firstUpdated(e)),this.updated(e)}_$EM(){this._$AL=new Map,this.isUpdatePending=!1}get updateComplete(){return this.getUpdateComplete()}getUpdateComplete(){return this._$ES}shouldUpdate(e){return!0}update(e){this._$Eq&&=this._$Eq.forEach(e=>this._$ET(e,this[e])),this._$EM()}updated(e){}firstUpdated(e){}};T.elementStyles=[],T.shadowRootOptions={mode:`open`},T[x(`elementProperties`)]=new Map,T[x(`finalized`)]=new Map,b?.({ReactiveElement:T}),(_.reactiveElementVersions??=[]).push(`2.1.2`);var E=globalThis,D=e=>e,O=E.trustedTypes,ee=O?O.createPolicy(`lit-html`,{createHTML:e=>e}):void 0,te=`$lit$`,k=`lit$${Math.random().toFixed(9).slice(2)}$`,ne=`?`+k,re=`<${ne}>`,ie=document,ae=()=>ie.createComment(``),oe=e=>e===null||typeof e!=`object`&&typeof e!=`function`,se=Array.isArray,ce=e=>se(e)||typeof e?.[Symbol.iterator]==`function`,A=`[ 	
\f\r]`,j=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,le=/-->/g,ue=/>/g,M=RegExp(`>|${A}(?:([^\\s"'>=/]+)(${A}*=${A}*(?:[^ \t\n\f\r"'\`<>=]|("|')|))|$)`,`g`),de=/'/g,fe=/"/g,pe=/^(?:script|style|textarea|title)$/i,me=e=>(t,...n)=>({_$litType$:e,strings:t,values:n}),N=me(1),he=me(2),ge=Symbol.for(`lit-noChange`),P=Symbol.for(`lit-nothing`),_e=new WeakMap,ve=ie.createTreeWalker(ie,129);function ye(e,t){if(!se(e)||!e.hasOwnProperty(`raw`))throw Error(`invalid template strings array`);return ee===void 0?t:ee.createHTML(t)}var be=(e,t)=>{let n=e.length-1,r=[],i,a=t===2?`<svg>`:t===3?`<math>`:``,o=j;for(let t=0;t<n;t++){let n=e[t],s,c,l=-1,u=0;for(;u<n.length&&(o.lastIndex=u,c=o.exec(n),c!==null);)u=o.lastIndex,o===j?c[1]===`!--`?o=le:c[1]===void 0?c[2]===void 0?c[3]!==void 0&&(o=M):(pe.test(c[2])&&(i=RegExp(`</`+c[2],`g`)),o=M):o=ue:o===M?c[0]===`>`?(o=i??j,l=-1):c[1]===void 0?l=-2:(l=o.lastIndex-c[2].length,s=c[1],o=c[3]===void 0?M:c[3]===`"`?fe:de):o===fe||o===de?o=M:o===le||o===ue?o=j:(o=M,i=void 0);let d=o===M&&e[t+1].startsWith(`/>`)?` `:``;a+=o===j?n+re:l>=0?(r.push(s),n.slice(0,l)+te+n.slice(l)+k+d):n+k+(l===-2?t:d)}return[ye(e,a+(e[n]||`<?>`)+(t===2?`</svg>`:t===3?`</math>`:``)),r]},xe=class e{constructor({strings:t,_$litType$:n},r){let i;this.parts=[];let a=0,o=0,s=t.length-1,c=this.parts,[l,u]=be(t,n);if(this.el=e.createElement(l,r),ve.currentNode=this.el.content,n===2||n===3){let e=this.el.content.firstChild;e.replaceWith(...e.childNodes)}for(;(i=ve.nextNode())!==null&&c.length<s;){if(i.nodeType===1){if(i.hasAttributes())for(let e of i.getAttributeNames())if(e.endsWith(te)){let t=u[o++],n=i.getAttribute(e).split(k),r=/([.?@])?(.*)/.exec(t);c.push({type:1,index:a,name:r[2],strings:n,ctor:r[1]===`.`?I:r[1]===`?`?Te:r[1]===`@`?Ee:F}),i.removeAttribute(e)}else e.startsWith(k)&&(c.push({type:6,index:a}),i.removeAttribute(e));if(pe.test(i.tagName)){let e=i.textContent.split(k),t=e.length-1;if(t>0){i.textContent=O?O.emptyScript:``;for(let n=0;n<t;n++)i.append(e[n],ae()),ve.nextNode(),c.push({type:2,index:++a});i.append(e[t],ae())}}}else if(i.nodeType===8){if(i.data===ne)c.push({type:2,index:a});else{let e=-1;for(;(e=i.data.indexOf(k,e+1))!==-1;)c.push({type:7,index:a}),e+=k.length-1}}a++}}static createElement(e,t){let n=ie.createElement(`template`);return n.innerHTML=e,n}};function Se(e,t,n=e,r){if(t===ge)return t;let i=r===void 0?n._$Cl:n._$Co?.[r],a=oe(t)?void 0:t._$litDirective$;return i?.constructor!==a&&(i?._$AO?.(!1),a===void 0?i=void 0:(i=new a(e),i._$AT(e,n,r)),r===void 0?n._$Cl=i:(n._$Co??=[])[r]=i),i!==void 0&&(t=Se(e,i._$AS(e,t.values),i,r)),t}var Ce=class{constructor(e,t){this._$AV=[],this._$AN=void 0,this._$AD=e,this._$AM=t}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(e){let{el:{content:t},parts:n}=this._$AD,r=(e?.creationScope??ie).importNode(t,!0);ve.currentNode=r;let i=ve.nextNode(),a=0,o=0,s=n[0];for(;s!==void 0;){if(a===s.index){let t;s.type===2?t=new we(i,i.nextSibling,this,e):s.type===1?t=new s.ctor(i,s.name,s.strings,this,e):s.type===6&&(t=new De(i,this,e)),this._$AV.push(t),s=n[++o]}a!==s?.index&&(i=ve.nextNode(),a++)}return ve.currentNode=ie,r}p(e){let t=0;for(let n of this._$AV)n!==void 0&&(n.strings===void 0?n._$AI(e[t]):(n._$AI(e,n,t),t+=n.strings.length-2)),t++}},we=class e{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(e,t,n,r){this.type=2,this._$AH=P,this._$AN=void 0,this._$AA=e,this._$AB=t,this._$AM=n,this.options=r,this._$Cv=r?.isConnected??!0}get parentNode(){let e=this._$AA.parentNode,t=this._$AM;return t!==void 0&&e?.nodeType===11&&(e=t.parentNode),e}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(e,t=this){e=Se(this,e,t),oe(e)?e===P||e==null||e===``?(this._$AH!==P&&this._$AR(),this._$AH=P):e!==this._$AH&&e!==ge&&this._(e):e._$litType$===void 0?e.nodeType===void 0?ce(e)?this.k(e):this._(e):this.T(e):this.$(e)}O(e){return this._$AA.parentNode.insertBefore(e,this._$AB)}T(e){this._$AH!==e&&(this._$AR(),this._$AH=this.O(e))}_(e){this._$AH!==P&&oe(this._$AH)?this._$AA.nextSibling.data=e:this.T(ie.createTextNode(e)),this._$AH=e}$(e){let{values:t,_$litType$:n}=e,r=typeof n==`number`?this._$AC(e):(n.el===void 0&&(n.el=xe.createElement(ye(n.h,n.h[0]),this.options)),n);if(this._$AH?._$AD===r)this._$AH.p(t);else{let e=new Ce(r,this),n=e.u(this.options);e.p(t),this.T(n),this._$AH=e}}_$AC(e){let t=_e.get(e.strings);return t===void 0&&_e.set(e.strings,t=new xe(e)),t}k(t){se(this._$AH)||(this._$AH=[],this._$AR());let n=this._$AH,r,i=0;for(let a of t)i===n.length?n.push(r=new e(this.O(ae()),this.O(ae()),this,this.options)):r=n[i],r._$AI(a),i++;i<n.length&&(this._$AR(r&&r._$AB.nextSibling,i),n.length=i)}_$AR(e=this._$AA.nextSibling,t){for(this._$AP?.(!1,!0,t);e!==this._$AB;){let t=D(e).nextSibling;D(e).remove(),e=t}}setConnected(e){this._$AM===void 0&&(this._$Cv=e,this._$AP?.(e))}},F=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(e,t,n,r,i){this.type=1,this._$AH=P,this._$AN=void 0,this.element=e,this.name=t,this._$AM=r,this.options=i,n.length>2||n[0]!==``||n[1]!==``?(this._$AH=Array(n.length-1).fill(new String),this.strings=n):this._$AH=P}_$AI(e,t=this,n,r){let i=this.strings,a=!1;if(i===void 0)e=Se(this,e,t,0),a=!oe(e)||e!==this._$AH&&e!==ge,a&&(this._$AH=e);else{let r=e,o,s;for(e=i[0],o=0;o<i.length-1;o++)s=Se(this,r[n+o],t,o),s===ge&&(s=this._$AH[o]),a||=!oe(s)||s!==this._$AH[o],s===P?e=P:e!==P&&(e+=(s??``)+i[o+1]),this._$AH[o]=s}a&&!r&&this.j(e)}j(e){e===P?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,e??``)}},I=class extends F{constructor(){super(...arguments),this.type=3}j(e){this.element[this.name]=e===P?void 0:e}},Te=class extends F{constructor(){super(...arguments),this.type=4}j(e){this.element.toggleAttribute(this.name,!!e&&e!==P)}},Ee=class extends F{constructor(e,t,n,r,i){super(e,t,n,r,i),this.type=5}_$AI(e,t=this){if((e=Se(this,e,t,0)??P)===ge)return;let n=this._$AH,r=e===P&&n!==P||e.capture!==n.capture||e.once!==n.once||e.passive!==n.passive,i=e!==P&&(n===P||r);r&&this.element.removeEventListener(this.name,this,n),i&&this.element.addEventListener(this.name,this,e),this._$AH=e}handleEvent(e){typeof this._$AH==`function`?this._$AH.call(this.options?.host??this.element,e):this._$AH.handleEvent(e)}},De=class{constructor(e,t,n){this.element=e,this.type=6,this._$AN=void 0,this._$AM=t,this.options=n}get _$AU(){return this._$AM._$AU}_$AI(e){Se(this,e)}},Oe={M:te,P:k,A:ne,C:1,L:be,R:Ce,D:ce,V:Se,I:we,H:F,N:Te,U:Ee,B:I,F:De},ke=E.litHtmlPolyfillSupport;ke?.(xe,we),(E.litHtmlVersions??=[]).push(`3.3.3`);var Ae=(e,t,n)=>{let r=n?.renderBefore??t,i=r._$litPart$;if(i===void 0){let e=n?.renderBefore??null;r._$litPart$=i=new we(t.insertBefore(ae(),e),e,void 0,n??{})}return i._$AI(e),i},je=globalThis,L=class extends T{constructor(){super(...arguments),this.renderOptions={host:this},this._$Do=void 0}createRenderRoot(){let e=super.createRenderRoot();return this.renderOptions.renderBefore??=e.firstChild,e}update(e){let t=this.render();this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),super.update(e),this._$Do=Ae(t,this.renderRoot,this.renderOptions)}connectedCallback(){super.connectedCallback(),this._$Do?.setConnected(!0)}disconnectedCallback(){super.disconnectedCallback(),this._$Do?.setConnected(!1)}render(){return ge}};L._$litElement$=!0,L.finalized=!0,je.litElementHydrateSupport?.({LitElement:L});var Me=je.litElementPolyfillSupport;Me?.({LitElement:L}),(je.litElementVersions??=[]).push(`4.2.2`);var R=e=>(t,n)=>{n===void 0?customElements.define(e,t):n.addInitializer(()=>{customElements.define(e,t)})},Ne={attribute:!0,type:String,converter:S,reflect:!1,hasChanged:C},Pe=(e=Ne,t,n)=>{let{kind:r,metadata:i}=n,a=globalThis.litPropertyMetadata.get(i);if(a===void 0&&globalThis.litPropertyMetadata.set(i,a=new Map),r===`setter`&&((e=Object.create(e)).wrapped=!0),a.set(n.name,e),r===`accessor`){let{name:r}=n;return{set(n){let i=t.get.call(this);t.set.call(this,n),this.requestUpdate(r,i,e,!0,n)},init(t){return t!==void 0&&this.C(r,void 0,e,t),t}}}if(r===`setter`){let{name:r}=n;return function(n){let i=this[r];t.call(this,n),this.requestUpdate(r,i,e,!0,n)}}throw Error(`Unsupported decorator location: `+r)};function z(e){return(t,n)=>typeof n==`object`?Pe(e,t,n):((e,t,n)=>{let r=t.hasOwnProperty(n);return t.constructor.createProperty(n,e),r?Object.getOwnPropertyDescriptor(t,n):void 0})(e,t,n)}function B(e){return z({...e,state:!0,attribute:!1})}var Fe=(e,t,n)=>(n.configurable=!0,n.enumerable=!0,Reflect.decorate&&typeof t!=`object`&&Object.defineProperty(e,t,n),n);function Ie(e,t){return(n,r,i)=>{let a=t=>t.renderRoot?.querySelector(e)??null;if(t){let{get:e,set:t}=typeof r==`object`?n:i??(()=>{let e=Symbol();return{get(){return this[e]},set(t){this[e]=t}}})();return Fe(n,r,{get(){let n=e.call(this);return n===void 0&&(n=a(this),(n!==null||this.hasUpdated)&&t.call(this,n)),n}})}return Fe(n,r,{get(){return a(this)}})}}var Le={ATTRIBUTE:1,CHILD:2,PROPERTY:3,BOOLEAN_ATTRIBUTE:4,EVENT:5,ELEMENT:6},Re=e=>(...t)=>({_$litDirective$:e,values:t}),ze=class{constructor(e){}get _$AU(){return this._$AM._$AU}_$AT(e,t,n){this._$Ct=e,this._$AM=t,this._$Ci=n}_$AS(e,t){return this.update(e,t)}update(e,t){return this.render(...t)}},{I:Be}=Oe,Ve=e=>e,He=()=>document.createComment(``),Ue=(e,t,n)=>{let r=e._$AA.parentNode,i=t===void 0?e._$AB:t._$AA;if(n===void 0)n=new Be(r.insertBefore(He(),i),r.insertBefore(He(),i),e,e.options);else{let t=n._$AB.nextSibling,a=n._$AM,o=a!==e;if(o){let t;n._$AQ?.(e),n._$AM=e,n._$AP!==void 0&&(t=e._$AU)!==a._$AU&&n._$AP(t)}if(t!==i||o){let e=n._$AA;for(;e!==t;){let t=Ve(e).nextSibling;Ve(r).insertBefore(e,i),e=t}}}return n},We=(e,t,n=e)=>(e._$AI(t,n),e),Ge={},Ke=(e,t=Ge)=>e._$AH=t,qe=e=>e._$AH,Je=e=>{e._$AR(),e._$AA.remove()},Ye=Re(class extends ze{constructor(){super(...arguments),this.key=P}render(e,t){return this.key=e,t}update(e,[t,n]){return t!==this.key&&(Ke(e),this.key=t),n}}),V=c`
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
`,Xe=c`
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
`,Ze=navigator.language||`en-US`,H=(e,t=Ze)=>new Intl.NumberFormat(t).format(e),Qe=(e,t,n=Ze)=>new Intl.NumberFormat(n,{minimumFractionDigits:t,maximumFractionDigits:t}).format(e),U=(e,t=Ze)=>new Intl.NumberFormat(t,{style:`percent`,maximumFractionDigits:0}).format(e),$e={title:`History`,intro:`What was changed, and by whom. Rules, wordings and page offers are files: they change with a restart, and are put back by hand. The rest goes back with a click.`,kind:`What was changed`,all:`All`,none:`No changes of this kind yet.`,kinds:{policy:`Rules`,texts:`Wordings`,triggers:`Page offers`,article:`Article`,rollout:`Shares of versions`,experiment:`Experiment`},by:(e,t)=>`${e}, ${t}`,takenBack:`takes a change back`,tested:(e,t,n,r)=>[e,t!==null&&n!==null?`${H(t)} of ${H(n)} passed`:``,r??``].filter(Boolean).join(`: `),revert:`Put back what was before`,byHand:`Take the file as it was before, and start the service with it.`,download:`Download it as it was before`,ranUnder:`What it ran under`,turn:`What an answer ran under`,back:`Back`,at:`When`,release:`Release`,version:`Graph version`,articles:`Articles`,unknown:`not recorded`,noShares:`no shares were set`,noVariant:`none`,noArticles:`none`};function et(e){let t=new Intl.PluralRules(e);return(e,n)=>n[t.select(e)]??n.other}var tt=et(`en`),nt=e=>tt(e,{one:`1 conversation`,other:`${H(e)} conversations`}),rt={change:(e,t)=>`${e} points against the ${H(t)} days before`,chart:`By day`,chartOf:e=>`${e}, by day`,measures:{conversations:`Conversations`,deflection_rate:`Deflection`,handoff_rate:`Handed to a person`,gave_up_rate:`Gave up`,"csat.share_satisfied":`Satisfied`,failure_rate:`Failed turns`},wentWrongYesterday:`What went wrong yesterday?`,export:`Download as a table`,show:`Show the conversations`,list:{back:`Back to the overview`,title:e=>`Conversations: ${e}`,none:`None in this period.`,counting:`Looking…`,turns:e=>tt(e,{one:`1 failed turn`,other:`${H(e)} failed turns`}),outcomes:{confirmed:`resolved for certain`,assumed:`probably resolved`,handed_off:`handed over`,gave_up:`gave up`,unknown:`open or unclear`},rated:e=>`rated ${e} of 5`},offers:{title:`Offers on pages`,offer:`Offer`,made:`Made to visitors`,taken:`Taken`,conversations:`Conversations`,resolved:`Resolved by AI`,heldBack:`held back, to compare with`},transcript:{title:`Conversation`,back:`Back`,loading:`Reading…`,masked:`Personal data is masked.`},versions:{title:`Versions`,intro:`Which version of the conversation graph new conversations get. Conversations under way stay on theirs.`,experiments:`Experiments`,noExperiments:`No experiments yet: they are begun by the API.`,share:e=>`${e} of new conversations`,open:e=>tt(e,{one:`1 open conversation`,other:`${H(e)} open conversations`}),suite:(e,t,n,r)=>`${e}: ${H(t)} of ${H(n)} passed on ${r}`,noResults:`No suite was run on it yet.`,mayBegin:e=>`When all pass it can begin with ${e}.`,give:e=>`Give it ${e}`,stop:`Take its share away`,end:`Stop`,takeBack:`Take it back`,promote:e=>`Promote “${e}”`,statuses:{running:`running`,stopped:`stopped`,promoted:`promoted`},verdicts:{better:`better`,worse:`worse`,no_difference:`no difference`,not_enough_data:`not enough data yet`,invalid:`invalid`}},struggles:{title:`Struggles`,intro:`What conversations struggle with, by what it is about. Accept a remedy, have it tried beside the service, and make it live once you have seen what it does.`,periods:{yesterday:`Yesterday`,7:`Last 7 days`,30:`Last 30 days`},period:`Period`,grouping:`Looking through what customers said…`,none:`Nothing stands out`,noneHint:`At least three conversations about the same thing have to go wrong.`,unread:e=>`${H(e)} turns are still to be read.`,goOn:`Go on`,n:nt,share:(e,t)=>`${e===null?`–`:U(e)} of all conversations; ${t===null?`there were none in the period before`:`${U(t)} in the period before`}`,rising:`rising`,signs:{not_understood:`not understood`,no_source:`no source`,error:`error`,clarification:`asked back`,second_failure:`failed twice`,said_again:`said again`,already_told:`told us so`,refused:`refused`,handed_off:`handed over`,low_csat:`rated badly`,gave_up:`gave up`},solvedBy:(e,t,n)=>`Helped in the end by the assistant ${H(e)}, by a person ${H(t)}, by nobody ${H(n)}.`,remedies:{article:`Article`,utterances:`Examples for the reader`,policy:`Rule`,text:`Wording`,eval_case:`Eval case`},articleTitle:`Title`,articleText:`Text`,accept:`Accept the remedy`,dismiss:`Dismiss`,reason:`Why it is put aside`,test:`Try it`,testing:`Being tried, beside the service…`,approve:`Make it live`,approveRule:`Approve the rule`,approveCases:`Keep the conversations as cases`,approveWords:`Learn from these words`,ruleBecomes:(e,t,n)=>n===null?`${e} is ${t}`:`${e}: ${t} becomes ${n}`,ruleAfter:`What it should be`,whichMessage:`What customers were told`,toldIn:(e,t)=>`${e} (${nt(t)})`,wordsIn:e=>`Its words (${e})`,otherWords:`Say something in other words instead`,acceptWords:`Accept these words`,approveText:`Approve the words`,applyTexts:`Apply this in the folder of texts (SUPPORTGRAPH_TEXTS_DIR) and start the service with it; the remedy is live then.`,takenOutOfTexts:`Apply this in the folder of texts to go back.`,applyPatch:`Apply this to the policy file and start the service with it; the remedy is live then.`,takenOutByPatch:`Apply this to the policy file to go back.`,cases:e=>`${nt(e)} kept as eval cases: supportgraph evals run conversations.`,learnedNext:e=>`The next retrained model learns these words as ${e}.`,rollBack:`Take it back`,before:`now`,after:`with it`,answered:`goes well`,notAnswered:`goes wrong`,suite:(e,t,n,r)=>`Suite ${e}: ${H(t)} of ${H(r)} pass now, ${H(n)} with it`,broken:e=>`would break ${e}`,statuses:{accepted:`accepted`,testing:`being tried`,tested:`tried`,approved:`approved, not in the files yet`,live:`live`,rolled_back:`taken back`,dismissed:`put aside`},effect:(e,t,n)=>`In ${e} days since: ${n} of conversations go wrong this way, ${t} in the week before.`}},it=et(`en`),at={title:`Quality`,intro:`Every conversation that has ended, by published rules over its records. Read one yourself and say where you judge otherwise: how far people and rules agree stands beside each figure.`,period:`Period`,periods:{7:`Last 7 days`,30:`Last 30 days`,90:`Last 90 days`},counting:`Counting…`,none:`Nothing scored in this period`,noneHint:`A conversation is scored within ten minutes after it was closed, or after half an hour of silence.`,summary:(e,t,n)=>`${it(e,{one:`1 conversation`,other:`${H(e)} conversations`})}, ${t===null?`–`:U(t)} of what applies is as it should be (rules ${n}).`,notScored:e=>`${H(e)} that ended are not scored yet.`,columns:{dimension:`What is scored`,share:`As it should be`,wrong:`Where it is not`,people:`People agree`},dimensions:{answered:[`Answered`,`The last wish ended in an answer, an action, a plain no or a person`],right_source:[`Right source`,`What was quoted was live, and nobody said it was wrong`],promise_kept:[`Promise kept`,`Announced people came, done actions have their receipt`],tone:[`Tone`,`Not twice the same words, sorry where it went wrong, no shouting`],effort:[`Effort`,`Nothing had to be said twice`],compliance:[`Compliance`,`AI disclosed, yes before effects, no personal data, a person in time`]},share:(e,t,n,r,i)=>e===null?`–`:`${U(e)} (${H(t)} of ${H(n)}; ${U(r)} to ${U(i)})`,notApplicable:e=>`does not apply to ${H(e)}`,people:(e,t,n)=>t===0?`nobody has read any`:`${H(e)} of ${H(t)}${n===null?``:`, κ ${Qe(n,2)}`}`,lowest:`The lowest`,overall:e=>e===null?`–`:U(e),rated:e=>`rated ${H(e)} of 5`,csat:`What it tells of ratings`,tooFew:(e,t)=>`${H(e)} rated conversations are too few to say: ${H(t)} are needed.`,allAlike:e=>`${H(e)} rated conversations, all rated or scored alike: nothing can be said.`,predicts:(e,t,n,r,i)=>`Of a satisfied customer's conversation and another one's, the satisfied one scores higher in ${U(t)} of the pairs (${U(n)} to ${U(r)}; a coin: 50 %)${i===null?``:`; rank correlation ${Qe(i,2)}`}. ${H(e)} rated conversations.`,reasons:{no_wish:`nothing was wanted`,person_answered:`a person answered`,still_open:`not over yet`,nobody_came:`nobody came`,did_not_help:`the customer says it did not help`,taken_back:`taken back by the customer`,left_at_a_question:`left at a question`,same_answer_again:`the same answer again`,not_understood:`not understood`,no_answer_found:`no article answers`,error:`something broke`,answered:`answered`,done:`done`,refused_by_rule:`a plain no, by a rule`,nothing_quoted:`nothing was quoted`,not_live:`the article was not live`,flagged:`flagged by an agent`,rated_unhelpful:`marked as not helpful`,quoted:`quoted`,nothing_promised:`nothing was promised`,withdrawn:`the customer took it back`,person_came:`a person came`,claimed_and_silent:`taken, and no word`,left_at_once:`the customer left at once`,receipt:`done, with its receipt`,no_receipt:`no receipt`,nothing_said:`nothing was said`,shouts:`shouts`,same_words_again:`the same words again`,no_regret:`no word of regret`,as_it_should_be:`nothing against it`,no_progress:`no progress, twice or more`,said_again:`said again`,already_told:`had told us so`,asked_again:`asked the same again`,little:`nothing had to be said twice`,nobody_spoke:`the customer said nothing`,not_disclosed:`did not say that it is an AI`,not_handed_over:`danger not handed over`,no_person_offered:`no person offered`,without_a_yes:`done without a yes`,personal_data:`personal data shown`,kept:`nothing broken`},values:{one:`as it should be`,zero:`not so`,none:`does not apply`},list:{back:`Back to quality`,title:(e,t)=>t?`${e}: ${t}`:`${e}: not as it should be`,none:`None in this period.`},review:{title:`Quality`,loading:`Scoring…`,provisional:`The conversation is not over: this is what it would be now.`,byRules:(e,t)=>`${e}: ${t}`,byPerson:(e,t)=>`${e} says: ${t}`,dimension:`What`,yours:`Your reading`,note:`Why (personal data is masked)`,keep:`Keep my reading`,kept:`Kept. You can change it at any time.`}},ot=et(`en`),st=e=>ot(e,{one:`once`,other:`${H(e)} times`}),ct={language:`en`,pageTitle:`Administration · supportgraph`,title:`Administration`,roles:`administrators`,signOut:`Sign out`,sections:{overview:`Overview`,quality:`Quality`,struggles:`Struggles`,versions:`Versions`,articles:`Articles`,import:`Import`,ask:`Try a question`,flags:`Flags`,audit:`Audit`,gaps:`Gaps`,history:`History`},insights:rt,scores:at,history:$e,everyone:`everyone`,any:`any`,cancel:`Cancel`,compare:`Compare`,showMore:`Show more`,more:e=>`and ${H(e)} more`,revision:e=>`Revision ${e}`,conversation:e=>`Conversation ${e}`,at:(e,t)=>`${e}, ${t}`,openArticle:`Open the article`,live:`live`,overview:{title:`Overview`,period:`Period`,periods:{7:`Last 7 days`,30:`Last 30 days`,0:`All time`},counting:`Counting…`,conversations:`Conversations`,outcomes:e=>[[`resolved_by_ai.confirmed`,`${H(e.confirmed)} resolved for certain`],[`resolved_by_ai.assumed`,`${H(e.assumed)} probably`],[`handed_off`,`${H(e.handedOff)} handed over`],[`gave_up`,`${H(e.gaveUp)} given up`],[`unknown`,`${H(e.unknown)} open`]],deflection:{name:`Deflection`,what:`Resolved by the assistant alone`},satisfied:{name:`Satisfied`,what:(e,t)=>ot(e,{one:`1 rating`,other:`${H(e)} ratings`})+(t?`, ${t} of 5`:``)},handedOver:{name:`Handed to a person`,what:`Hand-offs over conversations`},gaveUp:{name:`Gave up`,what:`Left after a failed turn`},failedTurns:{name:`Failed turns`,what:`Not understood, no answer, error`},cameBack:{name:`Came back`,what:`Same matter within 72 hours`},firstResponse:`First response`,timeToPerson:`Time to a person`,handlingTime:`Handling time`,of20:e=>`19 of 20 within ${e}`,of10:e=>`9 of 10 within ${e}`,whyPeople:`Why people were brought in`,cost:`Cost a conversation`,costOf:(e,t)=>`${t} for ${e} conversations`,byHour:`Hand-offs by hour of the day (UTC)`,hour:`Hour`,handoffs:`Hand-offs`,comments:{title:`What customers wrote beside their rating`,none:`No comments in this period.`,conversation:`Conversation`},noHandoffs:`No hand-offs in this period.`,nothingCounted:`Nothing counted yet`,counted:(e,t,n,r)=>`${H(e)} of ${H(t)} · likely ${n} to ${r}`},articles:{title:`Articles`,intro:`What the assistant answers from. A saved change is live at once.`,new:`New article`,none:`No articles yet`,noneHint:e=>N`Write the first with “New article”, or bring what you have under ${e}.`,filter:`Filter by title, tag or address`,order:`Order`,orders:{title:`Title`,answers:`Most answered from`,flags:`Most flagged`,changed:`Last changed`},onlyProblems:`Only with problems`,noneFits:`No article fits this filter.`,healthUnknown:e=>`Health is not known now: ${e}`,columns:{title:`Title`,servedTo:`Served to`,answers:`Answers`,helpful:`Helpful`,reviewBy:`Review by`,health:`Health`},staffOnly:`staff only`,changed:(e,t)=>`Revision ${e}, ${t}`,helpfulOf:(e,t)=>`${H(e)} of ${H(t)}`,due:e=>`${e} (due)`,flagged:e=>`${H(e)} flagged`,good:`Good`,moreLeft:e=>`Show more (${H(e)} left)`},editor:{all:`All articles`,new:`New article`,edit:`Edit article`,isBack:`What you had typed and not saved is back.`,discard:`Discard it`,save:`Save`,saving:`Saving…`,beside:`Beside the text`,sides:{preview:`Preview`,changes:`Changes`,history:`Revisions`,answers:`Answers`,ask:`Try a question`},customersAsked:`Customers asked`,yourText:`Your text`,preview:`Preview`,noTitle:`Title`,noText:`The text shows here.`,delete:`Delete…`,deleteHint:`The assistant stops using it at once.`,deleteNow:`Delete article`,keep:`Keep`,isLive:e=>`“${e}” is live.`,isLiveAs:(e,t)=>`“${e}” is live: revision ${t}.`,isDeleted:e=>`“${e}” is deleted.`,savedMeanwhile:`Somebody saved this article meanwhile. Their text is on the left of “Changes”; saving again replaces it.`,takeBack:`Take this text back into the editor`},fields:{title:`Title, best as the question that customers ask`,text:`Text (Markdown)`,who:`Who sees it, and when`,readers:`Readers`,everybody:`everybody`,staffOnly:`staff only: answers no customer`,regions:`Only for regions`,regionsExample:`everyone; or GB, DE`,language:`Language`,from:`From`,until:`Until (that day no longer)`,reviewBy:`Review by`,url:`Address of its page`,urlExample:`/help/returns`,tags:`Tags`},diff:{before:`Before`,after:`After`,nothing:`Nothing is changed.`,unchanged:e=>ot(e,{one:`Show 1 unchanged line`,other:`Show ${H(e)} unchanged lines`})},pastAnswers:{ofRevision:e=>`Answers made from revision ${e}, oldest first.`,ofArticle:`Answers made from this article, oldest first.`,download:`Download as CSV`,none:`Nobody was answered from it.`,canBeTold:`can be told`,cannotBeTold:`cannot be reached`,customer:e=>`Customer ${e}`},import:{title:`Import`,intro:`Safe to repeat: what is unchanged is left as it is, what has changed gets a new revision, and an article that was edited here keeps its edit while its file stays the same.`,drop:`Drop files here`,choose:`Choose files`,kinds:`Markdown, HTML, PDF, Word, CSV with “question” and “answer”, a help centre's export (JSON), or a zip of these; up to 32 MB.`,earlier:`Earlier imports`,none:`Nothing was imported in the last 30 days.`,sending:`Sending…`,notSent:e=>`Not sent: ${e}`,tryAgain:`Try again`,of:e=>`Import of ${e}`,lookingAgain:e=>`${e} It goes on by itself; looking again soon.`,errors:e=>`${H(e)} with errors`,notes:e=>`${H(e)} to know of`,skipped:e=>`${H(e)} skipped`,states:{done:`done`,doneWithErrors:`done, with errors`,failed:`failed`,queued:`waiting`,running:`running`},progress:`Progress`,doneOf:(e,t)=>`${H(e)} of ${H(t)}`,waiting:`Waiting to be read…`,sum:e=>`${H(e.written)} written, ${H(e.unchanged)} unchanged, ${H(e.skipped)} skipped, ${H(e.errors)} with errors.`},ask:{title:`Try a question`,intro:`Searches as the assistant does for a customer of that region and language. Nothing is counted or kept.`,question:`Question`,questionExample:`How long do refunds take?`,region:`Region`,regionUnknown:`not known`,regionHint:`Two letters`,language:`Language`,search:`Search`,searching:`Searching…`,wouldAnswer:`The assistant would answer from these.`,wouldDoubt:`The assistant would answer, and say that it is not sure.`,wouldNot:`The assistant would say that it does not know.`,confidence:e=>`Confidence ${e}`,nothing:`No article is served to this customer that is anywhere near the question.`,score:`Score`,sameMeaning:`Same meaning`,sameMeaningHint:`Cosine of question and text`,sharedWords:`Shared words`,sharedWordsHint:`BM25: shared words, rare ones count more`,noSharedWords:`none`},flags:{title:`Flagged answers`,intro:`A wrong answer has a source. Fix the article, and from the next question on the answer is right.`,which:`Which flags`,statuses:{open:`To do`,resolved:`Fixed`,dismissed:`Dismissed`},none:{open:{title:`Nothing to do`,words:`Agents flag a wrong answer with f in their console. It comes here.`},resolved:{title:`Nothing fixed yet`,words:`Flags whose article was corrected are kept here.`},dismissed:{title:`Nothing dismissed`,words:`Flags that needed no new text are kept here, with the reason.`}},noArticle:`no article behind it`,by:(e,t)=>`by ${e}, ${t} ago`,reviewAndFix:`Review and fix`,review:`Review`,look:`Look at it`,somebody:`somebody`,fixedBy:(e,t)=>`Fixed by ${e} in revision ${t}`,dismissedBecause:(e,t)=>`Dismissed by ${e}: ${t}`,answeredFrom:e=>ot(e,{one:`Answered from 1 article`,other:`Answered from ${H(e)} articles`}),answeredFromNone:`Not answered from an article`,dismissed:`The flag is dismissed.`},flag:{all:`All flags`,title:`Flagged answer`,statuses:{open:`Open`,resolved:`Resolved`,dismissed:`Dismissed`},said:`What was said`,asked:`The customer asked`,askedNothing:`Nothing: the assistant wrote first.`,answered:`The assistant answered`,madeFrom:`What it was made from`,madeFromNothing:`It was made from no article: a wrong intent, tool or turn of phrase.`,theFlag:`The flag`,says:(e,t)=>`${e}, says ${t}`,dismissedBy:e=>`Dismissed by ${e}`,fixedBy:(e,t)=>`Fixed by ${e} in revision ${t}.`,isEvalCase:e=>N`The conversation is now an eval case: an answer that says the old thing again fails ${e}.`,next:`Next flag`,whoWasTold:`Who was told`,whoWasGiven:`Who was given the old answer`,stale:(e,t)=>`The article was changed after this answer: it was made from revision ${e}, revision ${t} is live.`,articleNow:`The article now`,articleNowIn:e=>`The article now, revision ${e}`,noArticle:`No article yet`,noArticleHint:`Write the article that should have answered.`,yourVersion:`Your version`,titleField:`Title`,textField:`Text (Markdown)`,addCorrection:`Add the correction to the text`,publish:`Fix and publish`,publishing:`Publishing…`,dismiss:`Dismiss…`,changeFirst:`Change the text first.`,deleted:e=>`${e} (deleted)`,whichArticle:`Which article is wrong`,changes:`Changes`,liveNow:`Live now`,afterPublishing:`After you publish`},dismissal:{why:`Why is there nothing to fix?`,cause:`What went wrong`,causes:{document:`Nothing, or not worth an edit: the article is right`,conversation:`The conversation: a wrong intent or tool; no article is at fault`},dismiss:`Dismiss with this reason`,dismissing:`Dismissing…`},audit:{title:`Audit`,intro:`What is wrong with the articles now. What customers meet most comes first.`,again:`Check again`,reading:`Reading all articles…`,none:`Nothing found`,noneHint:`No article is out of date, contradicts another or is doubled.`,kind:`Kind`,all:`All`,noneOfKind:`None of this kind.`,asked:e=>`asked ${st(e)}`,met:e=>`met by customers ${st(e)}`,nearest:`Nearest:`,seeGaps:`See the gaps`,findings:{outdated:{name:`Out of date`,remedy:`Check the facts, and set a new review date.`},contradicting:{name:`Contradicting`,remedy:`Correct the one that is wrong: customers get either.`},near_duplicate:{name:`Near-duplicate`,remedy:`Keep one, or say in each what is different.`},fragmented:{name:`Fragmented`,remedy:`Put the pieces into one article.`},too_long:{name:`Too long`,remedy:`Part it by the questions that it answers.`},never_retrieved:{name:`Never met`,remedy:`Name it as customers ask, or delete it.`},unanswered:{name:`Unanswered`,remedy:`Write an article that answers it.`}}},gaps:{title:`Gaps`,intro:`Questions of the last 90 days that ended without an answer, grouped. Each is an article that is missing.`,grouping:`Grouping the questions…`,none:`No gaps`,noneHint:`Every question of the last 90 days was answered, or an article answers it by now.`,unread:e=>ot(e,{one:`1 more question is still to be read.`,other:`${H(e)} more questions are still to be read.`}),goOn:`Go on`,asked:e=>`asked ${st(e)}`,askedOn:e=>`Asked on ${e}.`,lastAsked:(e,t)=>`Last asked on ${e}, first on ${t}.`,nearest:e=>N`Nearest: ${e}.`,write:`Write an article`,hasAnswer:`a person has answered it: begin from that`}},lt={staffKey:`Staff key`,signInWith:e=>`Sign in with ${e}`,or:`or`,cameBack:e=>({no_role:`You are signed in there, but nothing gives you access here. Ask whoever gives out access.`,refused:`The sign-in was refused. Please try again.`,away:`The sign-in service does not answer. Please try again in a minute.`,too_often:`That was too often. Please wait a minute.`})[e]??`That took too long, or began in another window. Please sign in again.`,signInWithKey:`Sign in with your staff key. The demo prints one for each role when it starts. It stays in this tab only.`,signIn:`Sign in`,signingIn:`Signing in…`,keyNotKnown:`This key is not known here. Check it and try again.`,keyOfAnotherRole:e=>`This key is for another role. This page is for ${e}.`,handoffReasons:{customer_request:`Asked for a person`,repeated_failure:`Assistant failed`,no_answer:`No answer found`,low_confidence:`Unsure`,policy:`Policy`,approval_needed:`Approval`,identity_not_verified:`Identity`,tool_failure:`Order system`,sentiment:`Upset`,safety:`Safety`,model_unavailable:`Model away`,agent_took_over:`Taken over`},flagReasons:{wrong:`Wrong`,outdated:`Outdated`,incomplete:`Incomplete`,tone:`Tone`,unsafe:`Unsafe`},orderStatuses:{pending:`Pending`,processed:`Processed`,shipped:`Shipped`,delivered:`Delivered`,cancelled:`Cancelled`,returned:`Returned`},noCorrection:`No correction given.`,guest:`Guest`},ut=et(`de`),dt={loading:`Wird geladen …`,tryAgain:`Erneut versuchen`,offline:`Sie sind offline, oder der Dienst ist nicht erreichbar.`,unreachable:`Der Dienst ist nicht erreichbar. Bitte prüfen Sie Ihre Verbindung.`,somethingWentWrong:`Etwas ist schiefgegangen.`,error:e=>`Fehler ${e}`,duration:{milliseconds:e=>`${e} ms`,seconds:e=>`${e} s`,minutes:e=>`${e} min`,hours:e=>`${e} Std.`,hoursAndMinutes:(e,t)=>`${e} Std. ${t}`,days:e=>ut(e,{one:`${e} Tag`,other:`${e} Tage`})},hidden:e=>`${e} verborgen`,whyHidden:`Zu Ihrem Schutz verborgen: Der Assistent sieht und braucht es nicht.`,personalData:`persönliche Angabe`,personalDataOf:{CARD:`Kartennummer`,SSN:`Sozialversicherungsnummer`,IBAN:`Bankverbindung`,BANK_ACCOUNT:`Bankverbindung`,EMAIL:`E-Mail-Adresse`,PHONE:`Telefonnummer`,ADDRESS:`Adresse`,NAME:`Name`,DATE_OF_BIRTH:`Geburtsdatum`,IP:`IP-Adresse`,NATIONAL_ID:`Ausweisnummer`,PASSPORT:`Reisepassnummer`,DRIVING_LICENCE:`Führerscheinnummer`,SECRET:`Passwort oder Code`,DIGITS:`Teil einer Nummer`}},ft=et(`en`),pt={loading:`Loading…`,tryAgain:`Try again`,offline:`You are offline, or the service cannot be reached.`,unreachable:`The service cannot be reached. Check your connection.`,somethingWentWrong:`Something went wrong.`,error:e=>`Error ${e}`,duration:{milliseconds:e=>`${e} ms`,seconds:e=>`${e} s`,minutes:e=>`${e} min`,hours:e=>`${e} h`,hoursAndMinutes:(e,t)=>`${e} h ${t}`,days:e=>ft(e,{one:`${e} day`,other:`${e} days`})},hidden:e=>`${e} hidden`,whyHidden:`Hidden to protect you: the assistant neither sees nor needs it.`,personalData:`personal data`,personalDataOf:{CARD:`card number`,SSN:`social security number`,IBAN:`bank account`,BANK_ACCOUNT:`bank account`,EMAIL:`e-mail address`,PHONE:`phone number`,ADDRESS:`address`,NAME:`name`,DATE_OF_BIRTH:`date of birth`,IP:`IP address`,NATIONAL_ID:`ID number`,PASSPORT:`passport number`,DRIVING_LICENCE:`driving licence number`,SECRET:`password or code`,DIGITS:`part of a number`}};function mt(e,t=ht()){for(let n of t){let t=e[n]??e[n.split(`-`)[0]??``];if(t)return t}return e.en}function ht(e=globalThis.document?.documentElement,t=globalThis.navigator?.languages??[]){return e?.lang&&e.dataset.language!==`of-the-reader`?[e.lang]:t}function gt(e=globalThis.document?.documentElement){return e?.dataset.language===`of-the-reader`}var _t=mt(gt()?{en:pt}:{en:pt,de:dt}),vt=mt({en:lt}),W=mt({en:ct}),yt=class e extends Error{constructor(e,t,n){super(n),this.status=e,this.code=t}get isPassing(){return this.status===0||this.status===429||this.status>=500}static async of(t){let n=await t.json().catch(()=>null)??{},r=(n.errors??[]).map(e=>`${e.field} ${e.message}`).join(`; `);return new e(t.status,n.code??`error`,r||n.detail||n.title||_t.error(t.status))}static{this.offline=()=>new e(0,`offline`,_t.unreachable)}},bt=e=>e instanceof Error?e.message:_t.somethingWentWrong,xt=`session`,St=`staff-session-ended`,Ct=class{constructor(e,t=null){this.server=e,this.credential=t}get headers(){return this.credential===`session`?{"X-Staff-Session":`1`}:this.credential?{Authorization:`Bearer ${this.credential}`}:{}}get(e){return this.json(`GET`,e)}post(e,t={},n=``){return this.json(`POST`,e,t,n?{"Idempotency-Key":n}:{})}put(e,t){return this.json(`PUT`,e,t)}async delete(e){await this.send(`DELETE`,e)}async upload(e,t,n){let r=new FormData;return r.set(`file`,t,t.name),await(await this.send(`POST`,e,r,{"Idempotency-Key":n})).json()}async download(e){return(await this.send(`GET`,e)).blob()}async json(e,t,n,r={}){let i=n===void 0?null:JSON.stringify(n);return await(await this.send(e,t,i,i===null?{}:{"Content-Type":`application/json`,...r})).json()}async send(e,t,n=null,r={}){let i;try{i=await fetch(this.server+t,{method:e,headers:{...this.headers,...r},body:n})}catch{throw yt.offline()}if(i.status===401&&this.credential===`session`&&dispatchEvent(new Event(St)),!i.ok)throw await yt.of(i);return i}},wt=`supportgraph:staff-key`;function Tt(){return sessionStorage.getItem(wt)??``}function Et(e){e?sessionStorage.setItem(wt,e):sessionStorage.removeItem(wt)}var Dt=`supportgraph:staff-place`;async function Ot(){let e={single_sign_on:null,has_session:!1};try{let t=await fetch(`/staff/ways`,{cache:`no-store`});return t.ok?await t.json():e}catch{return e}}async function kt(e){if(e.credential!==`session`)return!0;try{let{address:t}=await e.post(`/v1/staff/sign-out`);return t&&location.assign(t),!0}catch(e){return e instanceof yt&&e.status===401}}function At(){let e=sessionStorage.getItem(Dt)??``;return sessionStorage.removeItem(Dt),e}function jt(){location.hash&&sessionStorage.setItem(Dt,location.hash)}function G(e,t,n,r){var i=arguments.length,a=i<3?t:r===null?r=Object.getOwnPropertyDescriptor(t,n):r,o;if(typeof Reflect==`object`&&typeof Reflect.decorate==`function`)a=Reflect.decorate(e,t,n,r);else for(var s=e.length-1;s>=0;s--)(o=e[s])&&(a=(i<3?o(a):i>3?o(t,n,a):o(t,n))||a);return i>3&&a&&Object.defineProperty(t,n,a),a}var Mt=class extends L{constructor(...e){super(...e),this.heading=``,this.probe=``,this.page=`agent`,this.roles=``,this.problem=``,this.isBusy=!1,this.provider=``}static{this.styles=[V,c`
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
    `]}firstUpdated(){this.field.focus(),this.look()}render(){return N`<form @submit=${this.submit}>
      <img src="/static/icon.svg" width="44" height="44" alt="" />
      <h1>${this.heading}</h1>
      ${this.provider?this.toProvider():P}
      <p class="small muted">${vt.signInWithKey}</p>
      <label>
        ${vt.staffKey}
        <input type="password" name="key" autocomplete="off" spellcheck="false" required aria-invalid=${this.problem?`true`:`false`} />
      </label>
      ${this.problem?N`<p class="error" role="alert">${this.problem}</p>`:P}
      <button class="button ${this.provider?``:`main`}" ?disabled=${this.isBusy}>${this.isBusy?vt.signingIn:vt.signIn}</button>
    </form>`}toProvider(){return N`<a class="button main" href="/staff/sign-in?page=${this.page}" @click=${jt}>${vt.signInWith(this.provider)}</a>
      <p class="or small muted">${vt.or}</p>`}async look(){let e=new URLSearchParams(location.search).get(`sign-in`);e&&(history.replaceState(null,``,location.pathname+location.hash),this.problem=vt.cameBack(e));let t=await Ot();if(this.provider=t.single_sign_on??``,t.has_session&&!e){try{await new Ct(``,xt).get(this.probe)}catch(e){e instanceof yt&&e.status===401||(this.problem=this.words(e));return}this.enter(xt)}}enter(e){Et(e);let t=At();t&&!location.hash&&(location.hash=t),this.dispatchEvent(new CustomEvent(`signed-in`,{detail:e}))}async submit(e){e.preventDefault();let t=this.field.value.trim();this.isBusy=!0,this.problem=``;try{if(!/^[\x21-\x7e]+$/.test(t))throw new yt(401,`unauthorized`,``);await new Ct(``,t).get(this.probe),this.enter(t)}catch(e){this.problem=this.words(e)}finally{this.isBusy=!1}}words(e){return e instanceof yt&&e.status===401?vt.keyNotKnown:e instanceof yt&&e.status===403?vt.keyOfAnotherRole(this.roles):bt(e)}};G([z()],Mt.prototype,`heading`,void 0),G([z()],Mt.prototype,`probe`,void 0),G([z()],Mt.prototype,`page`,void 0),G([z()],Mt.prototype,`roles`,void 0),G([B()],Mt.prototype,`problem`,void 0),G([B()],Mt.prototype,`isBusy`,void 0),G([B()],Mt.prototype,`provider`,void 0),G([Ie(`input`)],Mt.prototype,`field`,void 0),Mt=G([R(`staff-sign-in`)],Mt);var Nt=class{constructor(e,t){this.host=e,this.ask=t,this.value=null,this.problem=``,this.isOffline=!1,this.isLoading=!1,this.asked=0,this.onOnline=()=>{this.isOffline&&this.load()},e.addController(this)}hostConnected(){addEventListener(`online`,this.onOnline)}hostDisconnected(){removeEventListener(`online`,this.onOnline),this.asked+=1}async load(){let e=++this.asked;this.isLoading=!0,this.host.requestUpdate();try{let t=await this.ask();if(e!==this.asked)return;Object.assign(this,{value:t,problem:``,isOffline:!1})}catch(t){if(e!==this.asked)return;Object.assign(this,{problem:bt(t),isOffline:t instanceof yt&&t.status===0})}this.isLoading=!1,this.host.requestUpdate()}},Pt=class extends ze{constructor(e){if(super(e),this.it=P,e.type!==Le.CHILD)throw Error(this.constructor.directiveName+`() can only be used in child bindings`)}render(e){if(e===P||e==null)return this._t=void 0,this.it=e;if(e===ge)return e;if(typeof e!=`string`)throw Error(this.constructor.directiveName+`() called with a non-string value`);if(e===this.it)return this._t;this.it=e;let t=[e];return t.raw=t,this._t={_$litType$:this.constructor.resultType,strings:t,values:[]}}};Pt.directiveName=`unsafeHTML`,Pt.resultType=1;var Ft=Re(Pt),It={};function Lt(e){let t=It[e];if(t)return t;t=It[e]=[];for(let e=0;e<128;e++){let n=String.fromCharCode(e);t.push(n)}for(let n=0;n<e.length;n++){let r=e.charCodeAt(n);t[r]=`%`+(`0`+r.toString(16).toUpperCase()).slice(-2)}return t}function Rt(e,t){typeof t!=`string`&&(t=Rt.defaultChars);let n=Lt(t);return e.replace(/(%[a-f0-9]{2})+/gi,function(e){let t=``;for(let r=0,i=e.length;r<i;r+=3){let a=parseInt(e.slice(r+1,r+3),16);if(a<128)t+=n[a];else{if((a&224)==192&&r+3<i){let n=parseInt(e.slice(r+4,r+6),16);if((n&192)==128){let e=a<<6&1984|n&63;t+=e<128?`��`:String.fromCharCode(e),r+=3;continue}}if((a&240)==224&&r+6<i){let n=parseInt(e.slice(r+4,r+6),16),i=parseInt(e.slice(r+7,r+9),16);if((n&192)==128&&(i&192)==128){let e=a<<12&61440|n<<6&4032|i&63;t+=e<2048||e>=55296&&e<=57343?`���`:String.fromCharCode(e),r+=6;continue}}if((a&248)==240&&r+9<i){let n=parseInt(e.slice(r+4,r+6),16),i=parseInt(e.slice(r+7,r+9),16),o=parseInt(e.slice(r+10,r+12),16);if((n&192)==128&&(i&192)==128&&(o&192)==128){let e=a<<18&1835008|n<<12&258048|i<<6&4032|o&63;e<65536||e>1114111?t+=`����`:(e-=65536,t+=String.fromCharCode(55296+(e>>10),56320+(e&1023))),r+=9;continue}}t+=`�`}}return t})}Rt.defaultChars=`;/?:@&=+$,#`,Rt.componentChars=``;var zt={};function Bt(e){let t=zt[e];if(t)return t;t=zt[e]=[];for(let e=0;e<128;e++){let n=String.fromCharCode(e);/^[0-9a-z]$/i.test(n)?t.push(n):t.push(`%`+(`0`+e.toString(16).toUpperCase()).slice(-2))}for(let n=0;n<e.length;n++)t[e.charCodeAt(n)]=e[n];return t}function Vt(e,t,n){typeof t!=`string`&&(n=t,t=Vt.defaultChars),n===void 0&&(n=!0);let r=Bt(t),i=``;for(let t=0,a=e.length;t<a;t++){let o=e.charCodeAt(t);if(n&&o===37&&t+2<a&&/^[0-9a-f]{2}$/i.test(e.slice(t+1,t+3)))i+=e.slice(t,t+3),t+=2;else if(o<128)i+=r[o];else if(o>=55296&&o<=57343){if(o>=55296&&o<=56319&&t+1<a){let n=e.charCodeAt(t+1);if(n>=56320&&n<=57343){i+=encodeURIComponent(e[t]+e[t+1]),t++;continue}}i+=`%EF%BF%BD`}else i+=encodeURIComponent(e[t])}return i}Vt.defaultChars=`;/?:@&=+$,-_.!~*'()#`,Vt.componentChars=`-_.!~*'()`;function Ht(e){let t=``;return t+=e.protocol||``,t+=e.slashes?`//`:``,t+=e.auth?e.auth+`@`:``,e.hostname&&e.hostname.indexOf(`:`)!==-1?t+=`[`+e.hostname+`]`:t+=e.hostname||``,t+=e.port?`:`+e.port:``,t+=e.pathname||``,t+=e.search||``,t+=e.hash||``,t}function Ut(){this.protocol=null,this.slashes=null,this.auth=null,this.port=null,this.hostname=null,this.hash=null,this.search=null,this.pathname=null}var Wt=/^([a-z0-9.+-]+:)/i,Gt=/:[0-9]*$/,Kt=/^(\/\/?(?!\/)[^\?\s]*)(\?[^\s]*)?$/,qt=[`%`,`/`,`?`,`;`,`#`,`'`,`{`,`}`,`|`,`\\`,`^`,"`",`<`,`>`,`"`,"`",` `,`\r`,`
`,`	`],Jt=[`/`,`?`,`#`],Yt=255,Xt=/^[+a-z0-9A-Z_-]{0,63}$/,Zt=/^([+a-z0-9A-Z_-]{0,63})(.*)$/,Qt={javascript:!0,"javascript:":!0},$t={http:!0,https:!0,ftp:!0,gopher:!0,file:!0,"http:":!0,"https:":!0,"ftp:":!0,"gopher:":!0,"file:":!0};function en(e,t){if(e&&e instanceof Ut)return e;let n=new Ut;return n.parse(e,t),n}Ut.prototype.parse=function(e,t){let n,r,i,a=e;if(a=a.trim(),!t&&e.split(`#`).length===1){let e=Kt.exec(a);if(e)return this.pathname=e[1],e[2]&&(this.search=e[2]),this}let o=Wt.exec(a);if(o&&(o=o[0],n=o.toLowerCase(),this.protocol=o,a=a.substr(o.length)),(t||o||a.match(/^\/\/[^@\/]+@[^@\/]+/))&&(i=a.substr(0,2)===`//`,i&&!(o&&Qt[o])&&(a=a.substr(2),this.slashes=!0)),!Qt[o]&&(i||o&&!$t[o])){let e=-1;for(let t=0;t<Jt.length;t++)r=a.indexOf(Jt[t]),r!==-1&&(e===-1||r<e)&&(e=r);let t,n;n=e===-1?a.lastIndexOf(`@`):a.lastIndexOf(`@`,e),n!==-1&&(t=a.slice(0,n),a=a.slice(n+1),this.auth=t),e=-1;for(let t=0;t<qt.length;t++)r=a.indexOf(qt[t]),r!==-1&&(e===-1||r<e)&&(e=r);e===-1&&(e=a.length),a[e-1]===`:`&&e--;let i=a.slice(0,e);a=a.slice(e),this.parseHost(i),this.hostname=this.hostname||``;let o=this.hostname[0]===`[`&&this.hostname[this.hostname.length-1]===`]`;if(!o){let e=this.hostname.split(/\./);for(let t=0,n=e.length;t<n;t++){let n=e[t];if(n&&!n.match(Xt)){let r=``;for(let e=0,t=n.length;e<t;e++)n.charCodeAt(e)>127?r+=`x`:r+=n[e];if(!r.match(Xt)){let r=e.slice(0,t),i=e.slice(t+1),o=n.match(Zt);o&&(r.push(o[1]),i.unshift(o[2])),i.length&&(a=i.join(`.`)+a),this.hostname=r.join(`.`);break}}}}this.hostname.length>Yt&&(this.hostname=``),o&&(this.hostname=this.hostname.substr(1,this.hostname.length-2))}let s=a.indexOf(`#`);s!==-1&&(this.hash=a.substr(s),a=a.slice(0,s));let c=a.indexOf(`?`);return c!==-1&&(this.search=a.substr(c),a=a.slice(0,c)),a&&(this.pathname=a),$t[n]&&this.hostname&&!this.pathname&&(this.pathname=``),this},Ut.prototype.parseHost=function(e){let t=Gt.exec(e);t&&(t=t[0],t!==`:`&&(this.port=t.substr(1)),e=e.substr(0,e.length-t.length)),e&&(this.hostname=e)};var tn=t({decode:()=>Rt,encode:()=>Vt,format:()=>Ht,parse:()=>en}),nn=t({Any:()=>rn,Cc:()=>an,Cf:()=>on,P:()=>sn,S:()=>cn,Z:()=>K}),rn=/[\0-\uD7FF\uE000-\uFFFF]|[\uD800-\uDBFF][\uDC00-\uDFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?:[^\uD800-\uDBFF]|^)[\uDC00-\uDFFF]/,an=/[\0-\x1F\x7F-\x9F]/,on=/[\xAD\u0600-\u0605\u061C\u06DD\u070F\u0890\u0891\u08E2\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF\uFFF9-\uFFFB]|\uD804[\uDCBD\uDCCD]|\uD80D[\uDC30-\uDC3F]|\uD82F[\uDCA0-\uDCA3]|\uD834[\uDD73-\uDD7A]|\uDB40[\uDC01\uDC20-\uDC7F]/,sn=/[!-#%-\*,-\/:;\?@\[-\]_\{\}\xA1\xA7\xAB\xB6\xB7\xBB\xBF\u037E\u0387\u055A-\u055F\u0589\u058A\u05BE\u05C0\u05C3\u05C6\u05F3\u05F4\u0609\u060A\u060C\u060D\u061B\u061D-\u061F\u066A-\u066D\u06D4\u0700-\u070D\u07F7-\u07F9\u0830-\u083E\u085E\u0964\u0965\u0970\u09FD\u0A76\u0AF0\u0C77\u0C84\u0DF4\u0E4F\u0E5A\u0E5B\u0F04-\u0F12\u0F14\u0F3A-\u0F3D\u0F85\u0FD0-\u0FD4\u0FD9\u0FDA\u104A-\u104F\u10FB\u1360-\u1368\u1400\u166E\u169B\u169C\u16EB-\u16ED\u1735\u1736\u17D4-\u17D6\u17D8-\u17DA\u1800-\u180A\u1944\u1945\u1A1E\u1A1F\u1AA0-\u1AA6\u1AA8-\u1AAD\u1B4E\u1B4F\u1B5A-\u1B60\u1B7D-\u1B7F\u1BFC-\u1BFF\u1C3B-\u1C3F\u1C7E\u1C7F\u1CC0-\u1CC7\u1CD3\u2010-\u2027\u2030-\u2043\u2045-\u2051\u2053-\u205E\u207D\u207E\u208D\u208E\u2308-\u230B\u2329\u232A\u2768-\u2775\u27C5\u27C6\u27E6-\u27EF\u2983-\u2998\u29D8-\u29DB\u29FC\u29FD\u2CF9-\u2CFC\u2CFE\u2CFF\u2D70\u2E00-\u2E2E\u2E30-\u2E4F\u2E52-\u2E5D\u3001-\u3003\u3008-\u3011\u3014-\u301F\u3030\u303D\u30A0\u30FB\uA4FE\uA4FF\uA60D-\uA60F\uA673\uA67E\uA6F2-\uA6F7\uA874-\uA877\uA8CE\uA8CF\uA8F8-\uA8FA\uA8FC\uA92E\uA92F\uA95F\uA9C1-\uA9CD\uA9DE\uA9DF\uAA5C-\uAA5F\uAADE\uAADF\uAAF0\uAAF1\uABEB\uFD3E\uFD3F\uFE10-\uFE19\uFE30-\uFE52\uFE54-\uFE61\uFE63\uFE68\uFE6A\uFE6B\uFF01-\uFF03\uFF05-\uFF0A\uFF0C-\uFF0F\uFF1A\uFF1B\uFF1F\uFF20\uFF3B-\uFF3D\uFF3F\uFF5B\uFF5D\uFF5F-\uFF65]|\uD800[\uDD00-\uDD02\uDF9F\uDFD0]|\uD801\uDD6F|\uD802[\uDC57\uDD1F\uDD3F\uDE50-\uDE58\uDE7F\uDEF0-\uDEF6\uDF39-\uDF3F\uDF99-\uDF9C]|\uD803[\uDD6E\uDEAD\uDED0\uDF55-\uDF59\uDF86-\uDF89]|\uD804[\uDC47-\uDC4D\uDCBB\uDCBC\uDCBE-\uDCC1\uDD40-\uDD43\uDD74\uDD75\uDDC5-\uDDC8\uDDCD\uDDDB\uDDDD-\uDDDF\uDE38-\uDE3D\uDEA9\uDFD4\uDFD5\uDFD7\uDFD8]|\uD805[\uDC4B-\uDC4F\uDC5A\uDC5B\uDC5D\uDCC6\uDDC1-\uDDD7\uDE41-\uDE43\uDE60-\uDE6C\uDEB9\uDF3C-\uDF3E]|\uD806[\uDC3B\uDD44-\uDD46\uDDE2\uDE3F-\uDE46\uDE9A-\uDE9C\uDE9E-\uDEA2\uDF00-\uDF09\uDFE1]|\uD807[\uDC41-\uDC45\uDC70\uDC71\uDEF7\uDEF8\uDF43-\uDF4F\uDFFF]|\uD809[\uDC70-\uDC74]|\uD80B[\uDFF1\uDFF2]|\uD81A[\uDE6E\uDE6F\uDEF5\uDF37-\uDF3B\uDF44]|\uD81B[\uDD6D-\uDD6F\uDE97-\uDE9A\uDFE2]|\uD82F\uDC9F|\uD836[\uDE87-\uDE8B]|\uD839\uDDFF|\uD83A[\uDD5E\uDD5F]/,cn=/[\$\+<->\^`\|~\xA2-\xA6\xA8\xA9\xAC\xAE-\xB1\xB4\xB8\xD7\xF7\u02C2-\u02C5\u02D2-\u02DF\u02E5-\u02EB\u02ED\u02EF-\u02FF\u0375\u0384\u0385\u03F6\u0482\u058D-\u058F\u0606-\u0608\u060B\u060E\u060F\u06DE\u06E9\u06FD\u06FE\u07F6\u07FE\u07FF\u0888\u09F2\u09F3\u09FA\u09FB\u0AF1\u0B70\u0BF3-\u0BFA\u0C7F\u0D4F\u0D79\u0E3F\u0F01-\u0F03\u0F13\u0F15-\u0F17\u0F1A-\u0F1F\u0F34\u0F36\u0F38\u0FBE-\u0FC5\u0FC7-\u0FCC\u0FCE\u0FCF\u0FD5-\u0FD8\u109E\u109F\u1390-\u1399\u166D\u17DB\u1940\u19DE-\u19FF\u1B61-\u1B6A\u1B74-\u1B7C\u1FBD\u1FBF-\u1FC1\u1FCD-\u1FCF\u1FDD-\u1FDF\u1FED-\u1FEF\u1FFD\u1FFE\u2044\u2052\u207A-\u207C\u208A-\u208C\u20A0-\u20C1\u2100\u2101\u2103-\u2106\u2108\u2109\u2114\u2116-\u2118\u211E-\u2123\u2125\u2127\u2129\u212E\u213A\u213B\u2140-\u2144\u214A-\u214D\u214F\u218A\u218B\u2190-\u2307\u230C-\u2328\u232B-\u2429\u2440-\u244A\u249C-\u24E9\u2500-\u2767\u2794-\u27C4\u27C7-\u27E5\u27F0-\u2982\u2999-\u29D7\u29DC-\u29FB\u29FE-\u2B73\u2B76-\u2BFF\u2CE5-\u2CEA\u2E50\u2E51\u2E80-\u2E99\u2E9B-\u2EF3\u2F00-\u2FD5\u2FF0-\u2FFF\u3004\u3012\u3013\u3020\u3036\u3037\u303E\u303F\u309B\u309C\u3190\u3191\u3196-\u319F\u31C0-\u31E5\u31EF\u3200-\u321E\u322A-\u3247\u3250\u3260-\u327F\u328A-\u32B0\u32C0-\u33FF\u4DC0-\u4DFF\uA490-\uA4C6\uA700-\uA716\uA720\uA721\uA789\uA78A\uA828-\uA82B\uA836-\uA839\uAA77-\uAA79\uAB5B\uAB6A\uAB6B\uFB29\uFBB2-\uFBD2\uFD40-\uFD4F\uFD90\uFD91\uFDC8-\uFDCF\uFDFC-\uFDFF\uFE62\uFE64-\uFE66\uFE69\uFF04\uFF0B\uFF1C-\uFF1E\uFF3E\uFF40\uFF5C\uFF5E\uFFE0-\uFFE6\uFFE8-\uFFEE\uFFFC\uFFFD]|\uD800[\uDD37-\uDD3F\uDD79-\uDD89\uDD8C-\uDD8E\uDD90-\uDD9C\uDDA0\uDDD0-\uDDFC]|\uD802[\uDC77\uDC78\uDEC8]|\uD803[\uDD8E\uDD8F\uDED1-\uDED8]|\uD805\uDF3F|\uD807[\uDFD5-\uDFF1]|\uD81A[\uDF3C-\uDF3F\uDF45]|\uD82F\uDC9C|\uD833[\uDC00-\uDCEF\uDCFA-\uDCFC\uDD00-\uDEB3\uDEBA-\uDED0\uDEE0-\uDEF0\uDF50-\uDFC3]|\uD834[\uDC00-\uDCF5\uDD00-\uDD26\uDD29-\uDD64\uDD6A-\uDD6C\uDD83\uDD84\uDD8C-\uDDA9\uDDAE-\uDDEA\uDE00-\uDE41\uDE45\uDF00-\uDF56]|\uD835[\uDEC1\uDEDB\uDEFB\uDF15\uDF35\uDF4F\uDF6F\uDF89\uDFA9\uDFC3]|\uD836[\uDC00-\uDDFF\uDE37-\uDE3A\uDE6D-\uDE74\uDE76-\uDE83\uDE85\uDE86]|\uD838[\uDD4F\uDEFF]|\uD83B[\uDCAC\uDCB0\uDD2E\uDEF0\uDEF1]|\uD83C[\uDC00-\uDC2B\uDC30-\uDC93\uDCA0-\uDCAE\uDCB1-\uDCBF\uDCC1-\uDCCF\uDCD1-\uDCF5\uDD0D-\uDDAD\uDDE6-\uDE02\uDE10-\uDE3B\uDE40-\uDE48\uDE50\uDE51\uDE60-\uDE65\uDF00-\uDFFF]|\uD83D[\uDC00-\uDED8\uDEDC-\uDEEC\uDEF0-\uDEFC\uDF00-\uDFD9\uDFE0-\uDFEB\uDFF0]|\uD83E[\uDC00-\uDC0B\uDC10-\uDC47\uDC50-\uDC59\uDC60-\uDC87\uDC90-\uDCAD\uDCB0-\uDCBB\uDCC0\uDCC1\uDCD0-\uDCD8\uDD00-\uDE57\uDE60-\uDE6D\uDE70-\uDE7C\uDE80-\uDE8A\uDE8E-\uDEC6\uDEC8\uDECD-\uDEDC\uDEDF-\uDEEA\uDEEF-\uDEF8\uDF00-\uDF92\uDF94-\uDFEF\uDFFA]/,K=/[ \xA0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]/,ln=[8364,0,8218,402,8222,8230,8224,8225,710,8240,352,8249,338,0,381,0,0,8216,8217,8220,8221,8226,8211,8212,732,8482,353,8250,339,0,382,376];function un(e){return e===0||e>=55296&&e<=57343||e>1114111}function dn(e){return un(e)?65533:e>=128&&e<=159&&ln[e-128]||e}function fn(e){return e-1>>>0<127||e-160>>>0<55136?String.fromCharCode(e):String.fromCodePoint(dn(e))}var pn=(()=>{let e=new Uint8Array(127),t=0;for(let n=33;n<=126;n++)n!==34&&n!==36&&n!==92&&(e[n]=t++);return e})();function mn(e,t,n,r,i,a){let o=e.length,s=a*90,c=0,l=()=>{let t=pn[e.charCodeAt(c++)];return t<a?t:t*91-s+pn[e.charCodeAt(c++)]},u=n-r,d=n+i,f=new Int32Array(d);f.fill(-1,r,a),f.fill(-1,a+u,d);let p=new Int32Array(d),m=new Int32Array(d);function h(t,n){let r=0,i=n,a=n+t;for(;i<a;){let t=pn[e.charCodeAt(c++)];if(t<89)r+=t,f[i++]=r;else if(t===89){let t=pn[e.charCodeAt(c++)]+2;for(;t--;)f[i++]=++r}else{let t=pn[e.charCodeAt(c++)];r+=89+(t<90?t*91+pn[e.charCodeAt(c++)]:pn[e.charCodeAt(c++)]*8281+pn[e.charCodeAt(c++)]*91+pn[e.charCodeAt(c++)]),f[i++]=r}}}h(r,0),h(u,a);let g=new Int32Array(i*2),_=0,v=0;function y(e,t){for(let n=0;n<e;n++){let e=t+n,r=l(),i=l();g[v*2]=r,g[v*2+1]=i,v+=1,p[e]=_;let a=(f[r]<0?m[r]:1)+(f[i]<0?m[i]:1);m[e]=a,_+=a}}y(i-a+r,a+u),y(a-r,r);let b=new Uint16Array(_),x=0;for(let e=0;e<v;e++)for(let t=0;t<2;t++){let n=g[e*2+t],r=f[n];if(r<0){let e=p[n],t=e+m[n];for(;e<t;)b[x++]=b[e++]}else b[x++]=r}let S=new Uint16Array(t),C=0;for(;c<o;){let t=pn[e.charCodeAt(c++)];t>=a&&(t=t*91-s+pn[e.charCodeAt(c++)]);let n=f[t];if(n<0){let e=p[t],n=e+m[t];for(;e<n;)S[C++]=b[e++]}else S[C++]=n}return S}var hn=mn("!}.&u%}'&}*'~!6*)%&,~!J~!J~%L~y<~!R,~~%Lu~~#GD~~#|)1#%}^%}2%+#.##%##%}&%##%'#%##&%#%#'%#&#%#&#'#%%#&#%##%#)%''%&%#%#'%#%%#%%}%%%#%#&(23#%%#&-%0%('1#(##%#'##+%'*.:1}#%#6-+(%'%%#%%%}#L'2351&('%}&/N'(0(/*-%(%%}#'+&T%7.2}#&%&#%#36/5##%&%%#&#%%#))2%%##%&&'0~!#*+&'%1~!%).'3q?&%'1~!.##%6(~!+%%%(Gw'rT~!E#<nA%#jZ~!H%(~!42##~!*31&~!G%U~#)5~#`3~!J~!Z~%]~%Y~%C~!q~!u~#kz~%#~!6'~!D~!U~!?~#T~!c%~!G#'~%7|~!G~!J~!G&~#pb~(Df}#%}*&}#%##%##%##&#-}&'#'&%#.++}%mI,#,@&(}*%}*'%&##&#%##%}&0}#.},U},%}+%}&%}#%##&}B%(}(%}+%)})%##%#&}&%##%&}<%}>%#%&}*%}(%}9%}/%})%}*%}*%}?&}&%}3%}&*#%})%#%#)}#&#-#+*%E%%'%'#%}#*V##&##I}#&&##%&%#&&Qf%%))w/0+&%#(#.%-''''++++7}>%4'',##1,#%#&%##&#'##&#*#9)%&%}#*}%,#+P(%A&%#'&##wSD',9E00#y#@}(+}&%&>~!#~!X}#*}(&&}(&}(,%}%&#+&}#&}I%#%}%)#(},'%#*}4%%#%}(''}#/##(##),%-##%%)#&}(.}&%#&}%%}*&#%},&&}&%}#%*'#%})%}D&}&%}-&}6&#&}-,%}#%})-(~+`~,=?~I9'9%~!,#%})%})%}@%}?%}(~!?~#<~#pP~#BG~#=1#%K+~#?#~%;)~#A~#mF1~#A'~'X%'~#lR~#N~'N~#r~#m#-~#i'?%#'%~#B%##%,%#~#_%#0%~#]732~,w~2+#:&#%&'0%&>%}#>##F+)#%&&#(+_}4&}-%}(&}@&}O7Fdf0@+/v4}&WU##&/0#&'('B#%}.%}'+#%}#%%&#&%#%##+#&#)#6#'#.},%}c%},%#%##%&#&%#&~#>'*-.%##%##%}#%%}%'~#)D1}#%*&~#_%%'(~#S2%'.}#~#=##*'*-%}&'%'##&&~'E%.#&~#M4}%%##&'%#~#O1##%&#'+~#<B%##%%'%+~#;#@%}#&%#&&%#(~#H1}'%'##&&~#?A}&'~#D#%32}'&&&&~#[}'(#%}'~#;C})&}%%#%~#=&%,3}%'(#%%~#^'#&&)#%'~#Y%-~#d-%'~#^%%&#&&&}#~#b~2t*&'~&(~&@~0%~e~3}%*''0})&}+~!9##-}#%-hD*)1fC#%/&/fB#40~!+#)*4~!+~!K'&:~!/*7~!.#~!H~!L':~%x&~!H#~!*~%1~!I#~!+A~#p'~!F~~#-#~,,(~.Z~!V~%;'B'mq-W~!N~%I%#&&#&}#%},%%}'%}+X#%}#&}(%}'%}<%}#%}%%'}'%}:~![)9@~%>~#UA%-%##&~!C%~!-.9:~!1~!-^2/:a~!y,D*J#-5)/4~%23,~#G~!L1~!0X3`~!2+~!!0-~&E~!W~!o,>Y&]~%cZx_&~#O*9#A#'#+I'%#)~!0B*-5A+-((F&*M#)(-7-5+'-3a5Vi~!Y~!?+[)%3),ERHm~!+:D,VG.+)?fB%%*(%)'(#&80%1'8`K8?`+'Z#&O&'H5#*9)A%%5&3))0%39+.*7#()&&*=4@**L)<'_&*+..;(#*+)./&0#3)%')-8(4ixD(&.}%,('aI:,)%,k2231T)I'#/-W7,/'Q#.'Y24+h')37</31&83##&0#),H(?'&?/1##%#&&#%''-%&&&#(&''&#.-'%#%%(,')*'&#&#'##%(%(#%('#&##%%%%('%#%#%%#%#&%##h>w+v<ayvyvcg.uuhKr}g/v|g>u9i[~>g5uI~=RvdwEg;v/g;uk!!TTSx]@RT!U!#!@VBRUU!'UTe-d0c`e&gSdicedFcrdTaqb.kYcAohdYd@a3e+d}dMdtd.aJ#bqcK`dle/e.e'dwdPdodddjbEb}ogd^ofdpduc6j?l%d{drdqc)d7bacOdQ%T#Y)X.sR[yH>6Vyv3[xwLu>vo'!*.[yBacahoj>6Rew3[xqdZa#!a&#^(X-[yG>6Vyu3[xvg3sEr|g.u/Ri9db0T#^(Xa)!-[y;>6Vylg4wKs{JwNZt3@3r=c4Z([xlg;wKt!cpq's@v7A'*a(a+!-a#[y<3Dt?3Dt'>6Vym3[xmg9rxsNJwLZt4~?r?db1T#`-!(Xa,!0[yS>6Vz%NuQs.g4wKtnJwNZtS@3r>c4Z([y%g;wKtrdga8!a(!#&T*Y-Xa#!a0<or[yc3Dtq>6Vz43[y3JwNZtf@3s!Ju}!%Dti:pm3c_%X#tjB5pkd6q!r]u?voC'*-a.a2!0a&a+[yI3DtI3Ds~3DtH>6Vyw3[xx;:s#~<5pKJwNZtE@3r~d`a)!a2T#a.(!+U.X1[yT3Dt`3Dtv>6Vz&3[y&g9rxwzcxstPu.<rAJwLZtT~?r@dZa%!a.&^*Za(/Reu[ya>6Vz23[y1g3sEr}wkg{NuQRg{ci(U#5@b`~,cg#U(2WnH5wugcRh7dX#T(Y,a'Ta!!a,[yZ<]mj>6Vz,3[y+Pv#5ReZKu+=,%!H}7ABwkaS?Rh:BcW(X#<]mrj:ubv/ARekdg%!(!a.*Ta(Y.X1!#sP>Rl*Dt6[y>>6Vyo3Wf*jOvuumvuRgRJuq*!:9<B@bX~3jVv&v@s@5Re[d/rQt{uAvo&a&a*)a2!,0Wf!3Dt0=Bs'>6Re}3[xy~<5s%JwJZt1~Gs)c;&!#2sJkNuXvzq7rxu,Re8dka4!a8(aEZ+a@Y.X1Xa)[yd=Bs(3DtP>6Vz53[y4cX#X&Re:avRe9~<5s&JwJZtQ~Gs*i^rzvdRg+Jv{%!2sbB@bX}kdga,!Za?&^*T1/!a'Dt+[y6>6Vyf3Wf%g/u;s4hGu6?Rh-JvZ,!c%#&RoX54Rivj7uyvf8RgTKvZB%*!2sGh<vu5Rgq<=C::9bb~#dZ#T&Ta6Y.X*Dt>[y93Wf)coZ(T,6VyifluvRgC@95@B@bX~/hFu34cC#T,k/unq8w8Q5RkUklwQuzunq8w8Q5Rk8d/rJu?v8w9)-&!a0a;a&aIWejg3sEr/h1s<DtDJvyZqY5aws3Jvy!&Wei~Hr1:au5@Bag>23E~5c:Z&bX};kKv?w&unuVu5Rjc;>bs)#~@:Rh.=ay<a]C;b`}Vd6s/t{uAvoaxa()!a,a7%-a#a2Dt,[yF2Wo[>6Vyt3[xuNuPRi&NuPwpi#RoWh?vf8Ri%Jv]!%Ri:KvxD!.'2WeAjZu`q9rxu,Re7woeAg-unLq(qA_/*2Wg_g3u5q^9:4E}/jTrxrzv=Wkkd~0UX#^^Xa-a1a5T&a=U1a'*aEa]!a*aPaA-adok[y54Rn>;:p3~Dp5g9rpsFNvZqjg3uJp4~<5p0Pw;5qlJwNZt*@3p1Pw:5p/Ou!5p2JvG'!6Vye=<qnJvh_[xhg3v,Rh3kOwOw-sDuev/Re^dha[a%!%!a+#Ta7)-5TaCaO!aka!a)sf[yb2>Rl!9ARiq5E}Qg=ucRkBE|oJrJ_@Wk~@Wk{JrJ_@Wk|@WkyJrJ_@Wk}@WkzJvO_[y2g-vMRmiKuYC!)&>Ri;>Ri<@3RkNc](X#@9Rk=g5vuRmhKvDB!+'=]meg3u4Rmgd)#Y'Vz3CARmfd`a+!%T'!+#Ta1Ta6TaM-sTDt9[yA9sYd'%Y#s[[xpj:ueunaXRgEjRq,v-vuqdd2'`#6Rev<32@5>:2<E}5xIo9a*X#Y(;5RePJvD_g>vyRgNj8w)v8<wggs:RgXiZt|vjx,hSq3ah!-(~@:Ro/Ou!5RhWj^v(pyw8unRhUdx-UY#^Ua.a3a70!)%UX1TaDa)'omRiRRhE[y:3Dsz=Br,>6Vyj3[xkg6ruwjcqsrPw;5r*Ku]D'Zt-@3r(~?r.i[vwv]dU1a--U#`a4(g/vsRhPOu!5RhLj:rmu9Wo!~@:wdh@g/vsRiTjXuvvNr}:RhBj^v(pyw8unRn]dz1UYa'a+^Y(!aETZalaRY.Ta?a4[yDJw1!#qLsW>6Vyrfzq-pLflpwRe|Js>%!Dt@3Dt&Jvy_[xs~HrnjMuwpsw'RecKu+D#'!t<~Grl~?rjg5u-x,gwp{ah!-(~@:Rg~Ou!5Rh'jXuvvNr}:Rh#cW#X/c;&!#2sLi[v7u7RgpJv)(!iLrxu,Re6j7v@s@5Se[e7d`aW!Za(a`T.a#!a3!&aDa-!9)Dt_=6s+3[x~~DR|h~DS6avhGun5RkZj3w)v-]mkKunB!&*]kb97R|i<ARk<c:Z(6Vy}Juh'!wziMRoS:F|vkLuauJv5vtvQRh1d='T+Y#VyO~DR|jcF#T'7R|g97R|kJv3'!ay<Rj,Jvh&!:ReXcsa6*a+#a#_aIRf9aLRf?c,Z&Rf5Rf7c.Z&Rf;Rf>cQ#%T'p-Rf8Rf=ct#%'(*!,p,Rf4p+Rf6Rf:Rf<d~'Ua%U*^UYa(!a,-!#a4YaTalaEX0a8a<Weo3Dt/3Dsx=Br93Wen~Dr;~<5p<JwNZt2@3p=Pw:5p;Ou!5r3c7&!#:p>3Ds}KvGB)_6Vyk2sM=<r7x'eovA(!hFu1ARf}cV#X&@r5j6rvwQa^Rf3c=Za'wkghJv__g;unRggA53B9=b^}%j6uduo5Jq;!(hIv%2Re`Ou4ARe_e%a#^^^Xa&!a*a2!&a6YaP!*ad!#a:aE/5Rn?[y@>6Vyp;:pE~DrY~<5pBJwNZt8@3pCh=rt3rWPw:5pAJup_[xoNuPpF9c!#'45pD5ARn)d8#X'X*3@rU72s]h>v<<sSjJpqvewOJq/(!hNw'5ReBk0s2u3w/w'5ReE5@Jq.!a+JQ!&WeU23d(#Y&RjG5]jBk!u7w&u0udARjEe#+^^^Ub#!a2/a`Z(agT1!a-a;|@TaG!aS[yV=Re~fow'RguNuPRe?bz#'>RoUWeL>:Cbb|?JwPZtVg6ruRmzJvD'!6Vz(g/vmRh~Jvy_[y(g9voRgyx*cy(#2>Ri2B9b]~9kIw9u7rluJu3Rg]dI#a%UY'@=p%CAx.gQZ&RhwwygtRm{x5g_Z'+ABqR9Woa=Bp&dV#^*Xa'!&@o{g4v]Rk;Jv{!%Rk[wkkiA5RkiwwfUB=x,fUuqC&*!>RfTg8v0RfV~ARfSd;rJsAuAv9wR'ae+/aO!a@aza/a#[yQ@Wg!2Wemg3sEr0JvB_g>uvReWg2v+Re=KupB_+[y!2AbY~-~Hr2AJwD!(h<~El>h<~El?Kun@+_:9b`}Kg-v/Ri3g;vtwyk_9]k_d=&T#*U.6qh@Ab`|K9:H|CJv[!&3Dtex'fDwC%!Rf[9WlMd[(^X,!a%Z06Vz!@WgBg=v~Rgvg,QRe@awd,#Y+jTv|Q~EfWj]uNr|~FRfXdy#Y&^Ua%!aO.!(a)Ua;=!a@aKap!a-,a!Ta]a[rSa]p?[y82sK=Bq~;:p:~<5p8Pw:5p7d'#Y'Wf(;RnRi[u4w&RgJJvG'!6Vyh=<r#ijuuv/sIKuYD'ZtG@3p9~Gr&d2#`(g<vtRgFj`u5w&rqpxRf2CJuY!+:wfnTOu!5Rg}jNs1ucv&RfwJvA!&3@q|BDcC#T,k/unq8w8Q5RkTklwQuzunq8w8Q5Rk9dga#!a'!a=#a0!:+Tb*b@aO.a4!aba8aFJv^}?!VyR~Dr<g;u%Rn.~<5p[x'e`wNZtR@3p]Pw:5pZhNvjBp.woe_g5u-r4JwF!%DtO3:ooc7&!#:p^3DtpLuGw(!+%)Dtk6Vz#2sd=<r8d'#Y([y#<x3gJt`w@!)%}MRiowzikRij=]ilxAf3,U(#B2Rf#g0v-Rm[ck{`U#]giKv3>)!&6Ri154s,KuGB_%@r68r:dJ|t`#X(9<E|u2@H|rx3gJu?w'!+'1Nu7Reg4=H~+9<wxgY95Rm]xLggZ-`(X}U2:Ri4h<uOawRmsJv__5@bb{jbV~3dka#a'a]!,#a+U=a>b6a3b%!/aKa/)!arwve^VyJ;:pR~DpTg3uJpS~<5pOPw;5qmPw:5pNOu!5pQJvG'!6Vyx=<qoJvA!{~Jup!%@qk7Rn/KvyD!}''[xz;>wkh'?Rh,x8gyt`w5D!&),(SgyccRgztJ@3pPB5p#d'(Y#<]mmifubw&RgoJvE&!82s^JvF&!8Rf,ADb]~;x=h'rNu]vK!,%'*0RnORh)4Rh*AqQg-vaRnNg;wHwkh'ba~4cE#Ta*x3gctyw@'!+%RnFRnD<4Rn@hFvK5RnCxWg[#`&a0Ua()`1Rm75Rg[c]%X#qi8Rg^NvdRj>BwzgZauwji7Rm6A4wgg]d1#&(*,.0a#Rm;Rm<Rm=Rm>Rm?Rm@RmARmBe%#^^^Xaea?aC/b+(,!a+a#!a/!>a&Ta<aKbD!2wphBRnk[yPw}hE|.=Br-3Dtm>6Vy~g6urRf.x,hPrNav!%'RnqRo%Ro#Nu;q[Pw;5r+JwNZtM@3r)d'#Y'Weh;xChL#`&RnmRnoKu}>%(!Rne~Bs-;2wjcussJv+'!aYSO}6@B<5?ba~8LrNvj!.%*ROwungw~ng~:9;Ri^>wtnig;wHRnixDh@|(UZ.x1h@|)!#:2<H|*xHn]#-UX'3Ro)z=iT}6ARns=Bwsn_wpnaRncw]aR(#UXa&Ua*a/=]iPd'#Y&Ro'WnXf{QRm2hNvj]nZd`'T~&1`{|`#9b]{}c:'!#Wl{>@=be}]?cl{{U#:5Abb}Jds#^YaF!a*b4a#a3aPa>&Tb!bH!*a_!Eau?/a&RjY<]gj>6Vz*;:pe~DrZg,QRj1JwNZtX@wihspcJvZ&!VyX9WmOJu|!|N2WmHJvh&!]ht~Bpbcn&T(!#RmQ<s7Nu;padH#X'`+WmJ@>RmKCARhnKup=!)&Wf+:RhqNuPpf9c!#'45pd5AwghpARn(Ls@w!%,)!RmP@Wfe<E|IJva!&WmNg8vsRmLd`*.`#Y'Xa!axRn*]hrA8Rhug5s@rXg8u!RmMd8#X'X*3@rV72smdI*#UY&RmICARho~GsgxVgd)Ta'U-Y&Xa!T#RnEWnA@Wffg1uDRi0hFvK5RnBxGnG&#`%owp)@wsf+bX}Ze-*1!a*^^^Ua|!#a.aq&Ya2!a>.a6!a:aO`aJDtL[y`@Wg#>6Vz12@wzoYRoZNuPRi!NuPRhzg=ucRi,@=b`{Yg=ucRi-ACJvB!&Sh[ebSh]ebi`wUuFRm4Jw2_[y0JvB!.<Ju(!&SoG}6Shd}6<Ju(!&SoH}6She}6Kur@._g5vHRieJvx!{L2G{Kx6gd'T#?Rh82Wi5cZ#X(g1w)Rm5dW-Y(Ta#!a)!#aYa=wnfE=su2>>bU{0j9udv:<svj8uQv-7RgHdE%#^'sq9sp=>Bb_{TJv`!&g/r|snj6v(us5d,#Y(56H}[978H}]Jw5!&g1rushJvB!+j;v{u5?zDhd}6}bj;v{u5?zDhe}6}ce*#`(^^^a[aea!=!a6a*aoXb1a.!aAbL!b>,b'aL!aV@Wf|2Wlg3[y/JwNZt^@3piPw:5pgJunZou3@rsJva&!Vy_g<v~Rm#JvG'!6Vz0=<r{Ju{%!:pj@WfsiXuJu3Rm:JvZ&!WfA~Bph@c4Z&Dtwax5rubx(#:awRk1@d,#Y&RfjRfid1#,Y(@Wfp2Wlrg5s@ryKu[@!,'=]ig9wlk?Rk>g5u-rqJvy'!@9RkQcH(T#=>Ri~@<wkj(Wj(KuZB*!&<7rw@9RkRcH(T#=>Ri}@<wkj)Wj)dg(Ta2Xa9X#`-!a*CARhg@@=I}d9x;c~#X%so=<sj>2@@=aybb}XjWv0Q~EfEj3vLv;<d,#Y(56H}`978H}_dgaPaFa'a/!#a3Y0a_a;a|!1(a7-[yE3[xt;:pJNvZrrg3uJrvJwNZt=@3pIh=rt3rxPw:5pGOu!5rpJvG'!6Vys=<rz@c4Z&Dt(ax5rtJvZ!&~BpH@wsfNg-vaRlNci*U#=<wei<F}a5@Jq.!a*JQ!%@qZ23d(#Y&RjH5]jCk!u7w&u0udARjFd/prq=tyvpaEa(a:.!a1aZ(@@=I}:9wpd%=<sX55w_h}@@=I{t=ay<aU@@=I}T=ay<2@@=I})?C9:9au@9Cb]}DP~=x-fAZ(2Wl1=ay<aU@@=I}>5@d##Y+jTv|vV~EfFj]uNpn~FRfGdgaK!Z2&!a8a-Tb({E!acTbM*!a(DtY[yYd'%Y#sl[y*hHvh>Re5x2c{Z}.j4uCvcawRiMd+#X+_x&d!},<5RkX;2Hzw@x,gavfB-!{CcF&T#Roe;RodwWbBg5urRgaKvHC*_6Vz+<4opieuew&Rmq@d]&Y)X,T#X0Rh}<BqP=4qS9:ReMg/ujReNJw0!/<Jui%!bd{kawwnemRelAxUa?a3#*.&UX(Ya+a/RhvRnQ<o}9Wmtd-#Y&RgSRmw9;Rmxay=Rmyg-vaRmuxEhSrNu,v-voC!%(aR.a(a7+1Ro1>Ro5CE{A9b]{@;5x#eO{:g;urRi+KrNA!%(Ro3>Ro79;Ri_Ku@>{;&!x%gX|{KunA_+g5QRj/g3u5Rj#g>uERj%wio/xRhS&!,!#^1U}wba{8>>@=be}qC@:D5ba{7Ku+A&!}x?ba}t>>@=be}se(aA^^^Uat!b0#{pa+awUazbGa#aLb9bgaWac'a5TbS=Br!d1#`%scp_Jvl!#rT>Re0JvX&!VyN=H{Fcm#U&:pY=ReaJv2&!]h0=]nUJvG'!6Vy|=<r%JrM_=]h2@Wlud'#)U'Wf'b]{i=]h/Jvh!&~BpWg=v]RnMx+ny#'Nu;pVwjnu=]nwxJnx,T#`&Reqwjnt=]nvieu9vrRjLLuYwP(#+!th@wih5pX~Gr'g5v/Rh4KunA'!-CARnP@wwiN:Rm_9x'cvw>!|l=<saKvAA!0&3@q}>w^e1bp#&Re2Re3BDx7gH#T|f5H|eKuZ>!%(:qNAH{]Jv6!+3B2B9=b^{X<5<B92:E{ZLvhwA(a;a%!igQuyRmad+#Y}m@3Rh5d8#X'X*:AqUAHzmaxwbh<aXRnVcF}RT#Nw&cj#U(BWnug/vsRntdka)(a3+.Zb7aYYan1!bVa@Xa}[y^@b[{G=H{+hFu73Rj&Pv#5ReQcK%T#sig1v{Rj'Ku+D#'!t]~Grm~?rkKuMB!01d5#`'Vy.ta3Dtu~Hroc8#'{^45s85AwZbP&!#Rn!wghxWn#KvEA!)&2RlA2RlBx:h|#(T,=]j09Wobz>x]z/@awRoTd+#Y(az]hFhCrm4d,#Y+jTv|Q~EfMj]uNr|~FRfOdCa!Xa9_X#@<plJvf!%b`{(9;Rgwc;.!#2x7cw#T|UDb]|T5Ju={(!=@E{&Jv)&!Ab`{'awJvf!~*>>@=be{#KuY>!+&4Ezyi[ugv&RjIdea+T)#UXa&T-T&a!Rh9auRmW=]kLg5vuRn+g3u4Rn-Ow6ARn,hHus5xNk?#UX(U~)/g8v0RkD~AwkkF?Ri.OuNBwkkA?Ri/d|a2`a*^UYa.!aBTZaTa'Xa;!(!2!-a#b2[yC>6Vyq3[xr2Wi?g1rusVh%s?DtF~<5rbJs;%!DtBfswKtCj[uvuSsEu3RgVx3o:u+wN'*Zt;@3rd~Grh~?rfg8w)Lq)qE&-a%!>bI|`jWv0vV~EfCjTv|vV~Ef@j]uNpn~FRfBcK#T']gWNu7x,k7q4ai(0!hHv8<RhmkMu9vrsBuev/RhlCJvB!,g<v{wchh~@:Rhji[vrv{wchi~@:RhkdS&a5UY#Ta!RgPwwiI5BwciI~@:Rh`x'iJvj'!5]iJPu8Bwch]~@:Rhach)U#h3rp]gLh@t|Ax,hTq3ah!-(~@:Ro0Ou!5RhXj^v(pyw8unRhVd|)`,^UYas!a?/a2Z'a^Ta{Tb7Ta(a#!a,Wf&9sZ3DtAadamov=Bqt3[xig8vsRm~>waiL2b`{QJv*_Ouv2qgj<v]v2BqfdR'X*X#Y-@3qr~Gqv~?p6hHv-]glPup5Lq+q?_%*b_{qF{n9b^{rOu4ARhpKvCD!+&~Bqp:5Dbb}nwoiKl&unuTuBv]v+ueunaXRf0=Jvh!0nKufu8v1w&w7q%w&uHrz:Rgnj5w,uxDJq/(!hNw'5ReCk0s2u3w/w'5ReFd>Za&!*UaA=<wkgsRnSJv^!%Refifw3vyRgOKu_B'!,<]gkiiu:w&Rh<=C@a^<B57@2F{[<B5@aW:=3away9A5aW=<B=C@a^<B57@2F{Ie-#`(^^^bCara.b8aza6!/bZ,!adTbnTbOb+aFaS!aAT9@Wf~2Wli3Dtl2@d,#Y&RfnRfmJwJZtN~GqyJva&!VyMg<v~Rm%iXuJu3Rm9Jv[_=]ih9wlkDRkCd1#`(@Wg>2Wls3cH#T(@<Rj*=>Ri|b~'#23s9h<~El.d'#Y&Dtxi^rzvdRl#d*#U%(o|B2s`hJwSaxRmDKv4B&!1:Rmdd5#`'Vx}to~Hq{x'f1v3(!BA5ba|bJv_&!Wfug1v]ReIdO+U/Y#&G}-8wze=Rh{g1v]ReHg/uQRf/by#)ibQwERl/cH#T(@<Rj+=>Ri{cNu+vlax-!(#a0qa9<Rii2;;bU{H;x<i=&X#Rk`<4wwi=C9H~8xAI(Y#<azRi@45wXI<B9;5bb~7dL(X#Xa(+!aL6Vy{g5QqOau:5au2@ay547EzbxOcU(UX-T#Ta#:Cbb|A?wjh/b_|SOw6ARgtihr}u7Rhy<d1#T)X1@@=I|~=ay<2@@=aybb}Sj3vLv;<d,#Y(56H}A978H}@dGpvs@uAu`vcw9*!aFa+ai%(b!aXa8.a?a[ozWey=sU2@G}Nch&U#Rf_WexKu+D#'!t:~Gr`~?r^j]uNr|~FRg*j^psurwJt|RmcKv)@&!)7Rkv~Br[@wxfO:Rl3co#U'6Rezj_q#vIuavjRltwzeyh@vr5JqD0!>aY?C9:9au@9Cb]}9cl#U*5;5<H||jbuus1ucv&Rfvg1v~d/pppzqFr^a--a~!aMat1(hFv;Wiz@@=Izoj5uuv-7Rix~Cw`fk2WlVcZ#X,k)u3vWs@u2]ktg;wEx'fBq(_2Wg/jTv|vV~EfoJv]!15x'hzqG!(P~EfU~CRl_j6v(us5x4i-#T(2WmZ?C2F|d>Kq<aj1!*jTqIsBv=Wl`~Cw`fi2WlWj`v0u*~>RlR=c>Z,k#u3vWs@u2]kr<c1Z+jTqIsBv=Wla~Cw`fm2WlXdmb3!a{(arZa`bkTa%TbQTa-a9+c'!aM!/[yL=Bqug.w'RifhFvyDRj.g>vgwyk^9]k^Jv3_@WfbAARkhJw2_[x|JvB_wkoIRoKwkoJRoLd'(Y#<]gm=<9<H|yd'%_X#skDtb3awwqkgNulRkgdB#^',9:p'hJwSaxRmEBwVb8@4=H|qLu+w50&!)@3qs~?pU>Awwn;;Rn=c:Z'ARn<=<qwKvC@!/&~BqqJv6!&]eVb^z^xRge'/a%+^`#Sge}6<4Rn3=]n0Pw2>Rn8Jw0!&>Rn:>Rn6cY#a7+!a&=<wkaNw~h3z_c5Z{=wjh#=]nLKv^D!&)Vyz=bW|swYb<WetcG#T(2wxa@qVx@gD#Y&b^|V5JwG&!5bb|pg/w&RgD@x=kHs=uAvn!a%%/'+RmSRh694Ro`g-vaRmRhHv-]mlxCcS#`&ba~.5cD#Ta)P~=d,#Y(56H{>978H{Dd_#{2^Y%_+qbbb{6g3sERhsbU{?dfa.,`a(Xa<!aiX#(55RiG54RiHcI#T'WiU3RiVNvdwtfcRlKNvdd,#Y&RlHRlExQgf.1*^T'X#Sgf}6Wn4=]hfPrk>Rn7Jw0!&>Rn5>Rn9Lunw?&a2!,5<oq@@wqfdRlJj5Q~=d,#Y(~ARfcOuN]fdDKw;ay(}i!547E}j?cI#T(@5bV}iCbV}hdv(^^Tb?a40,b##Tbo!a*bR!a<b|a/!aKai!aU[yK=]o^g:v>ReGJwPZtK<7Rh+h<~El,Pv#5ReR@awwxjCg,ulRjDJv6&!]j!z?aQeeg>w=Sh<eeJw;!&axEzOg,Qosc!#*:wkeJ]eJ>x'h-u(!%Ro.w~h.zPdNZ(X,Ya![x{;9ReY;wkgxRiF:x?ap#Y&RmUg<s2Rkod]+UY0TZ'!a&A9sw<=bczLNvuw{gqzNhJwSaxRmCKuLay!#&s_Rf-55b^{uJvZa!!c%#(55Ri654wmiu5RiuawLu,vp!+}^%b_}Y9;wkgxba}o>A9:=b^}zKuh=a''!3awRk3c*'!#aHRk6c+Z&Rk5Rk4Jv)&!awRjSawd9*`#0?C2@EzMj8u<uJ5RmbjQrquJu3x,k>uq@_+=ayb^|W~ARkEOuN]k@7dhzV^X/X&a-#zRzSb`zXcJzTT#2WkVKvDBzW!%FzY9;5bbzWjQrquJu3Jw3%!b`zU=ayb^zQd:#X(T-a!6Vyywxh}=b]{Jg=u1RiAdGp~qHtzv!w(wA+a+a;<!aJaYai'anasb(=azRmV:Cbb{MLq2vb!%')RjuRjrRjtRjqx3jnqCw3!%')Rk(Rk+Rk&Rk)Lq2vb!%')Rj{RjxRjzRjwLq2vb!%')RjsRjpRjfRjex3jcqCw3!%')Rk'Rk*RjkRjl9<CbbzfOu4ARhxLq2vb!%')RjyRjvRjhRjgx=joq*uKvb!%')+-Rk.Rk%Rj~Rk-Rk#Rj}x=jdq*uKvb!%')+-Rk,Rk!Rj|RjmRjjRjidAq&qKs@uAv8Aa.'*-a@a&0!aM@a5[y73Dsy3Ds|3Dt):wxgI2sHJwJZt.~Gqxwsf0ikrzt}Rl0Jvy_[xj~HqzKv_A|D!&WfP8axRoVcf,U#k(v]v+ueunaXRf1Ju}'!g8u#Ri=jQw!sCunLprq>!,')~<5qeGzq9F{W=c##%s5au:5aU3CBE|;d4#X(D!a&6Vygx(b;#(=]ed?C2F{N<capoq2r[a&!aPa9,'Pw;5s:@@=I|,55w_h|@@=IzcP~=x'fCqB_2Wl2>aU@@=I|1OuNBc1Z+jTqIsBv=Wlc~Cw`fl2WlZ~AcTa%!Z+jTqIsBv=Wlb~Cw`fh2WlYk+uNqJsBv=WlSg,u3dca3#UXaMYa)TaB-=cM|7T#<bI}l5@B932:aV2G{BOuNBJq:|M!5Ezt=<B=C@a^<B57@2F{v>cB{/T#=ay<bI{3Jv6!a.6BKq0ah&+!5E}HP~Ef{978BaU@@=Iza<7d#.Y#978BaU@@=IzH~AJq0!(@@=IzG978BaU@@=IzFe,aU*Y&^^^bvJb,b:bFad!a,c2Ta>aL.bo6!a#CbTa'T#Re{2Wlh2@G{yg6t~Ro_NvdRfticuRQRllJv3&!x&c|zs@Jw3!%RflwpfkRlpKuL;%(!Re<@G|C2GzdhIvuBwgjAg-u0RjAKQB%!(GzZ@G|5NuuRl7d='T+Y#Vy[g<v~Rm!==G|>JvA!)@wma=]m1ifuaw&RmnLs@vT'!|/+[y,g:v>ReTJw1!#qX=x!eC{bLu+wT&)ZtZauq_~Graci&U#F|89:r_Lupvq!.)&2RlG8RfaC=x!eF{_h?rpWlmd&'!#X|&]k::xJey#`'T|+<E|&2@H|%dE#(^,g;u.RiEg6vjRiC9xCkA{O|zY#g=ucRmXKs0@!&*@G|m@awRknJuh!,3d(}gY}eJvj!%Rm):Jw3!%Rm+Rm-Ls0w(&!a(a#@b[|6cZ#X'7RkxWgAOu4ARn'dH'U#Y*Vz-Wm'CARm}d]*#a%^a*T'aK!a<9bV{PC=p*Jw4!&SgxcbB5r]idw(wBRmF7xFkt#&`(Rm/Rm8E|!JuY_9:Rl5=wrgr2:bbxd@xXfB(a*#T+!.X0X1Ta/a'T&RlDRfL>RlyARl9b[z[>RfZ:RlL:RfRwlg/ARl;9;RlxKv,A/!%7s69<74=BA5ba{-8Bde#`a<XaKYa1,a'P~=wxfB2bZ}}?C972@@=I}r8@55B9;5bb}G978B2@@=aybb}3j3vLv;<Jw3&!>Rfk=ayb^}4~Ad1#`*@@=aybb{w2@>==<bbz]dx+UY#^UaF!a9!bB'Ya1.!ajXa#%olRhD[y=3Dt#Ov5BrHKuMB%!(Rf^Wep~HrJwkiQjKr|~FRg)Ku+D#'!t5~GrF~?rDdV)UY,Z/_7RkuG{<~BrBg,rlsO:235B@bX}|d?a1!#`(6Vyn5@d##Y+jTv|vV~EfIj]uNpn~FRfH7Lq2vb1!a9-978BaU@@=Iz9978BbU}#~AJq0!(@@=Iz8978BaU@@=Iz7~AJQ|}!978BbU}!JvkaK!AdUa21-U#`a+(g/vsRn~Ou!5RPj:rmu9WhOjXuvvNr}:RhAj^v(pyw8unRn[kPr}p|u7vwv]RiSBd;pppzq@qHQa?(b.!a.a`@.|xa(hFv;Wiyj5uuv-7Riw~Cw`fg2WlU978BbU|wOuNBJqG!(P~EfD~CRlQcZ#X,k)u3vWs@u2]ksg;wEx'f@q1_2Wg.j]uNpn~FRfqJv]!15x'h{qG!(@@=IzK~CRl^j6v(us5x4i,#T(2WmY?C2F{1>Kq<aj1!*jTqIsBv=Wld~Cw`fj2Wl[j`v0u*~>RlT=c>Z,k#u3vWs@u2]kq<c1Z+jTqIsBv=Wle~Cw`fn2Wl]dn1#c(a(b^a2!b/bAT(bj!aDa7bu,a_a{c0!2T0g:v>ReD2@G{42@G{5~DpM~<5rc=Bx6i>{RT#RnI@zCx]y]z:2Jv[!zr5Awyk]9]k]dD(Y+X#6Vz.g=wKtgwhaCwgmTWj2Lu,w%_+/[y-B;b^xeg3u3Rj-2@bX{*KrJ<!+'@Wg(g?QRlC@Jv`!%b[zIwsfII}8JQ_@w|kW|=Jv(%!AqcOuNBJvEzh!bYzjLs@wP#(0!oy@>RkdJwMZtc3Dtd@BcG#T'9bWxg2@2Fznd*#Y+;2x'c}w<zizixNgwa#Z'U+!/!a'!a+w~g~z6wcn{Rn}wcnzRn|5Rh%=]nJg5vuRmvNvdRlvcprJu}w*az*a#!%.a.'Bot9qT]kj@Wg'ay2Gzv@Jv`!%b[zEwsfHI}1;ck#Ux`<Cbbx_Lu+w!a&0*!wko*wwo,So,}6Juqxf!E}PigQuyRm`d3(`#8>Rn%:A5B;bZ~%KvhCa!a2!x>k7#Uxb@b{#xaRk7Jw0!)>wwhlShl}6>wwhmShm}6CJvB!.x'hhvj{!!5Bwkhhbaz}x'hivjz~!5Bwkhibaz|xEhTrNu,v-vpD!a%&/)a3a.,%Ro2t[CE{)@3re9b]{%wjo09:rgc:Z&Ro6=<riifuaw&RmoKrNA!%(Ro4>Ro89;Ri`dSaL'UYzxZb)7Rka3xRhT&!,!#^1U}vbaz{>>@=be}yC@:D5bazzKu+A&!}{?ba}y>>@=be}wxBh[t`u~vJvr!%a!a()a,a0a4RoC=]o;Ju(!%RoGRhdwjh`=]oAg>w#Ro?g5vuRo=NvdRl|Ku]C.!&;RoEJvB!%RoORoMBx'h[v+_?w~h`}~5?w~hd~!xKh]oiptu-utv.vp!#%&a30a@a'a+(a/aOp(o~p!RoDJu(!%RoHRhewjha=]oBNvdRl}g>w#Ro@g5vuRo>c[#X']o<CauRoRAd-#Y':RkpauRoQKu]C.!&;RoFJvB!%RoNRoPBx'h]v+_?w~ha}t5?w~he}ue!/UbhYacXaW^Tc&a;b:a-c/#b&aja1(!cL+!bKbt!bmcRc9aIc?8[yW3Dtt94Rg`Jv}!&SiRMzBhEebShEMNuPRe>x7gL#TzuwjirRipc<Z&>on;>z=h-MSh.Mwqczx'a7vj&!>Re4@=ResJt__NuPRi*NuPRi)j]uNr|~FRfzKrJ>_+@Wfy@Wf]2WocKrJ<!+'@Wg%g/QRl@@Jv`!&awRl<wsfFIzgLu(w*!.*&ShBMwvhIRhI9;RhNx1hK'!#Sn]Mx1hK~0!#:2<H~7cNu+w7D*'1ZtW>Rn1~?rOc:Z&Rn2=<rQ<7wjh&=BSnLMc]#X(6Vz)w[b=a!U#9wzgMc3#&(RgMRitRis<x,gKt`ax!&+SioM=BSilMc3#&(RgKRinRimKurB,!&SiQMzBhDebShDM6BJQ!(P~Efx978B2@@=I}WLrJw!!,a*&@G}O@9wkibRid@@x'fKwC!&SlDMSfLMjUv~Q~EfKKv3@a+!(hFv-]mpx/hYZ(C5RiWz<o/MwkhY?So/M@x,gbvfB*&!SgEM:SoeeehFu3:Rgbda(,^TZa)X/7Sg[eb:2RgI~BrMC@wgkc:wwkcRerx3h(uUvK!&*,SnOM4Sh*MArRg;wHRh(x=h;rJvPwI!a4',a'0@Wg&=BSh/Mg>w=Rh=g3w*wwgGRgGcW(X#;Sg}M2Gzk@Jv`!&awRl=wsfGIz`dKZ*T'Y-:RhR7RhQg5u-p`j6v(us5d,#Y+~Awkia?RicOuNBwkibba}Ld6p~tyu_vbAa'a+!a/'a3aEa8a!>Sh,ebJv{!&Sh@ebSaReb9;SgwebNuPRi(NvdRl)NuPRi'hHu^<Rm^Jvv_@Wl(g;u1Si/ebKu'B&!*Sh?eb@Wl'z@aPeb95Si.ebcpputyvjB)!,&a+0a%ShAMWeK@G}C@WfJ9;RhMwvhH9w{ia}ix,hJvRA1(!zAn[MRhHx1hJ~*!#hFv(BSn[MBJQ!(@@=I~'978B2@@=I}2db.Ua<'X}+T#a0XaG2G}E;wkg|wuh!Rh!x,hZu,@)!&So0MVy)C5RiXACJvB!&5RiY5RiZg8w)cG}*T#2@bU}=KsA>(!a.3wkhZba~(x,h^u(A!&(SoCMRhb5Bz=h[eb?w~hb~6x,h_u(A!&(SoDMRhc5Bz=h]eb?w~hc~6e)aA1T#T,^^^c-bMb&blcPaP(a/!0!bA=b5c@a(!bfbrc#2afwmhARnjwchORnp2Wlf3DtsNvdRl-2@wpa<]m0bx(#:awRk2@Jw3!%RfhwpfgRlnKQB%!(G{V@G|'NuuRl6d='T+Y#VyUg<v~Rl~==G|<Jv+'!aYShC}6@B<5?ba~8@Jw3'!g2QRljhLrpWlOd+#Y'g.w'rIg>w*wgj@g-u0Rj@Lu+wT&)ZtUauq]~GrGci&U#F|39:rELrNvj!.%*RhCwunfw~nf~:9;Ri]>wtnhg;wHRnhx3hDs@v~!/+'@Wfr@9RkSNu&Rlo=@<5GzoKs0@_+@Wl+@awRkmJuh!-3d(}pY#qWJvj!%Rm(:Jw3!%Rm,Rm*de&!1U-U#`)Re;@G|.@9Ri82@wjfvRlq=@<5GzpLvOvr!).&2RlF8Rf`C=x!eE{.Jw3_g2QRlkhLrpWlPde(!#U{s,UXa*Ta'[y'g:v>ReS;x0PZ&RnlRnn~HrKJw1}f!=x!eB|2w]aP(#Xa&a*Ta.Ua2a7=]iOd'#Y&Ro&WnWg;u.RiDg6vjRiBNvdRlzhNvj]nYJuW_2Wm3x)kFze{9d])!a.!,Y01!#&aC!a3RndC=ox~BrC@2b^{pg,rlse7x'ksuq!%Rm.E{xidw(wBRmGx9o+)X#wwo-So-}69:Rl4@xSf@a#XZ'X)X,Ta(/ARl8b[xc>RfY:RlI:RfQwlg.ARl:9;Rlwdn'#^XafaQa1X1TaHTa)@b[{zcZ#X'7RkwWg@Ou4ARn&x)kG#{,g7u/RkGdH'U#Y*Vz'Wm&CARm|bx#(A]gUbUzJj9Q~=d,#Y(56H}l978H{U7d,0#U*2>ABb_xZ978BbU{e~AJQ{g!978BbU{hxMh?ad{oUYZ.x1h?{l!#:2<H{mx3n[t{vl!,&a%3Ro(z=iS}6ARnr=Bwsn^wvn`Rnbd`*T}B0!#^X'BG{c9b]{a>>@=be}F?JvS!&BG{d7BG}(Bde#`a1X,Ya@!a'P~=wxf@2bZ}I56B2@@=aybb}08@55B9;5bb}<j3vLv;<Jw3&!>Rfg=ayb^}&OuNBKuLA!)a!P~=x#fD{f2@>==<bbzl?C972@@=Ix^d6rSu,v7w*C(0a)a6#B+a%!sQ[y?3Dt%3[xn~<5rLOu!5p@Ku+D#'!t7~GrP~?rNKvlaya7'!h+v-5qMg=t|cd,U#5AAaa5Abb{S@52B5@a[@52B5Gx[iXueu;d<#`a(!/549C;ag>23ExY5@Dah89b^~689Jv)!~2b[~1Lv'w(%*!a#bX|aPrmawRe]keu7uhv-q6rxu,q`xTo]/a5aU!bNaDXbi!b-!ao!b<bwA!#5@B932:aV2G|:d-)Y#hJrL>RhG<7@C5<H|_=Cau:5aj5@B932:bJ|ng>vIbs)#?C2F|9jPv0w.vISh-MKvUaz(.!9ABbb|[5;5<H|Eg>unwfh;9:4E|YjQsBt|vjx'hYq3!(?C2F|J:2<BaY?C2F|GOu!5x,g|p{ah!-(?C2F|c9:4E|OjXuvvNr}:Rh&i[w*t|cd+U#jJvsu)vsSn~Mkfrmu9p}u7vwv]So!McW#Xa!ax5@A5aY:5;5<H|>kJv~vYrquJu3x4ib#T)2@SmZM?C2F|Bj:rmu9@xPhI(a*a#U#`a3-5Abb|L~@:RhK9:4E|0@52B5G|#C::aY?C2F|-:2<BaY?C2F|.5Jvk!a)javYrquJu3x4ia#T)2@SmYM?C2F|HAxPhH(!a#U#`a*-5Abb|4~@:RhJ9:4E|R@52B5G|F:2<BaY?C2F|Sc^#Xa2j=Qq5CJvB!-g<v{z;hhM?C2F|Zi[vrv{z;hiM?C2F|XKsA>!a)-g<v{z;h[eb?C2F|]i[vrv{z;h]eb?C2F|^iZu.vix,hZq3ah!.(?C2F|QOu!5ShXM:2<BaY?C2F|P",13494,2713,49,25,61),gn;(function(e){e[e.VALUE_LENGTH=49152]=`VALUE_LENGTH`,e[e.FLAG13=8192]=`FLAG13`,e[e.BRANCH_LENGTH=8064]=`BRANCH_LENGTH`,e[e.JUMP_TABLE=127]=`JUMP_TABLE`,e[e.VALUE_MASK=8191]=`VALUE_MASK`})(gn||={});var _n;(function(e){e[e.AMP=38]=`AMP`,e[e.NUM=35]=`NUM`,e[e.SEMI=59]=`SEMI`,e[e.EQUALS=61]=`EQUALS`,e[e.ZERO=48]=`ZERO`,e[e.NINE=57]=`NINE`,e[e.LOWER_A=97]=`LOWER_A`,e[e.LOWER_X=120]=`LOWER_X`})(_n||={});var vn=32,yn=21,bn=2097151,xn=2047,Sn=0;function Cn(e){let t=e>>>yn;return t===xn?Sn:t}function wn(e){return e-_n.ZERO>>>0<=9}function Tn(e){return(e|vn)-_n.LOWER_A>>>0<=5}function En(e){return(e|vn)-_n.LOWER_A>>>0<=25}function Dn(e){return e===_n.EQUALS||En(e)||wn(e)}var On;(function(e){e[e.EntityStart=0]=`EntityStart`,e[e.NumericStart=1]=`NumericStart`,e[e.NumericDecimal=2]=`NumericDecimal`,e[e.NumericHex=3]=`NumericHex`,e[e.NamedEntity=4]=`NamedEntity`})(On||={});var kn;(function(e){e[e.Legacy=0]=`Legacy`,e[e.Strict=1]=`Strict`,e[e.Attribute=2]=`Attribute`})(kn||={});function An(e,t,n,r){let i=(t&gn.BRANCH_LENGTH)>>7,a=t&gn.JUMP_TABLE;if(a){if(i===0)return r===a?n:-1;let t=r-a;if(t>>>0>=i)return-1;let o=e[n+t];return o===0?-1:n+i+o-1&65535}if(i===0)return-1;let o=i+1>>1,s=n+o+i;for(let t=0;t<i;t++){let i=e[n+(t>>1)]>>((t&1)<<3)&255;if(i===r)return s+e[n+o+t]&65535;if(i>r)return-1}return-1}function jn(e,t,n){return n===1?String.fromCharCode(e[t]&gn.VALUE_MASK):n===2?String.fromCharCode(e[t+1]):String.fromCharCode(e[t+1],e[t+2])}function Mn(e,t,n){let r=t+1,i=0,a=r;if(r<n&&(e.charCodeAt(r)|vn)===_n.LOWER_X)for(r+=1,a=r;r<n;){let t=e.charCodeAt(r);if(wn(t))i=i*16+(t-_n.ZERO);else if(Tn(t))i=i*16+((t|vn)-_n.LOWER_A+10);else break;r+=1}else for(;r<n;){let t=e.charCodeAt(r)-_n.ZERO;if(t>>>0>9)break;i=i*10+t,r+=1}if(r===a)return 0;r<n&&e.charCodeAt(r)===_n.SEMI&&(r+=1),i>1114111&&(i=1114112);let o=r-t;return o>=xn&&(Sn=o,o=xn),o<<yn|i}function Nn(e,t,n){let r=hn,i=e.indexOf(`&`);if(i<0)return e;let a=e.length,o=0,s=``,c=r[0],l=c&gn.JUMP_TABLE,u=(c&gn.BRANCH_LENGTH)>>7;do{let c=i+1,d=e.charCodeAt(c),f,p;if(d===_n.NUM){let n=Mn(e,c,a);f=Cn(n),t&&f>0&&e.charCodeAt(c+f-1)!==_n.SEMI&&(f=0),p=f===0?``:fn(n&bn)}else if(En(d)){f=0,p=``;let n=d-l,i;if(n>>>0<u){let e=r[1+n];i=e===0?-1:u+e&65535}else i=-1;let o=0,s=0,m=i<0?0:r[i],h=c+1;trie:for(;h<a;){for(;(m&(gn.VALUE_LENGTH|gn.FLAG13))===0&&(m&gn.JUMP_TABLE)!==0;){let t=m&gn.JUMP_TABLE,n=(m&gn.BRANCH_LENGTH)>>7;if(n===0){if(e.charCodeAt(h)!==t)break trie;i+=1}else{let a=e.charCodeAt(h)-t;if(a>>>0>=n)break trie;let o=r[i+1+a];if(o===0)break trie;i=i+n+o&65535}if(m=r[i],h+=1,h>=a)break trie}if((m&(gn.VALUE_LENGTH|gn.FLAG13))===gn.FLAG13){let t=(m&gn.BRANCH_LENGTH)>>7;if(e.charCodeAt(h)!==(m&gn.JUMP_TABLE))break;h+=1;let n=t-1,a=i+1,o=0;for(;o+1<n;o+=2){let t=r[a];if(e.charCodeAt(h)!==(t&255)||(h+=1,e.charCodeAt(h)!==(t>>8&255)))break trie;h+=1,a+=1}if(o<n){if(e.charCodeAt(h)!==(r[a]&255))break;h+=1}i+=1+(t>>1),m=r[i];continue}let n=m>>>14,l=e.charCodeAt(h);if(n!==0){if(l===_n.SEMI){f=h-c+1,p=n===1?String.fromCharCode(m&gn.VALUE_MASK):jn(r,i,n);break}if(!t&&(m&gn.FLAG13)===0&&(f=h-c,o=i,s=n),n===1)break}let u=An(r,m,i+(n||1),l);if(u<0)break;i=u,m=r[i],h+=1}if(p===``){let e=m>>>14;e!==0&&!t&&(m&gn.FLAG13)===0&&(f=h-c,o=i,s=e),f>0&&(p=jn(r,o,s))}}else f=0,p=``;f===0||n&&d!==_n.NUM&&e.charCodeAt(c+f-1)!==_n.SEMI&&c+f<a&&Dn(e.charCodeAt(c+f))?i=c:(o<i&&(s+=e.slice(o,i)),s+=p,i=o=c+f),e.charCodeAt(i)!==_n.AMP&&(i=e.indexOf(`&`,i))}while(i>=0);return s+e.slice(o)}function Pn(e){return Nn(e,!0,!1)}var Fn=class{src_Any=rn.source;src_Cc=an.source;src_Z=K.source;src_P=sn.source;src_ZPCc=[this.src_Z,this.src_P,this.src_Cc].join(`|`);src_ZCc=[this.src_Z,this.src_Cc].join(`|`);cache={};opts={maxLength:1e4,urlAuth:!1,schema_names:[]};constructor(e={}){this.opts={...this.opts,...e}}set(e={}){return this.opts={...this.opts,...e},this.cache={},this}escapeRE(e){return e.replace(/[.?*+^$[\]\\(){}|-]/g,`\\$&`)}nestedPairRE(e,t,n=4){let r=this.escapeRE(e),i=this.escapeRE(t),a=`(?:(?!${this.src_ZCc}|${r}|${i}).)`,o=`${r}${a}{0,1000}${i}`;for(let e=2;e<=n;e++)o=`${r}(?:${a}|${o}){0,1000}${i}`;return o}get_text_separators(){return this.cache.text_separators??=/[><\uff5c]/}get_pseudo_letter(){return this.cache.src_pseudo_letter??=RegExp(`(?:(?!${this.get_text_separators().source}|${this.src_ZPCc})${this.src_Any})`)}get_ipv4_addr(){return this.cache.src_ip4??=RegExp(`(?:(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9][0-9]|[0-9])[.]){3}(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9][0-9]|[0-9])`)}get_ipv6_addr(){let e=`[0-9A-Fa-f]{1,4}`,t=`(?:(?:${e}:${e})|${this.get_ipv4_addr().source})`;return this.cache.src_ip6_addr??=RegExp(`(?:(?:${e}:){6}${t}|::(?:${e}:){5}${t}|(?:${e})?::(?:${e}:){4}${t}|(?:(?:${e}:){0,1}${e})?::(?:${e}:){3}${t}|(?:(?:${e}:){0,2}${e})?::(?:${e}:){2}${t}|(?:(?:${e}:){0,3}${e})?::${e}:${t}|(?:(?:${e}:){0,4}${e})?::${t}|(?:(?:${e}:){0,5}${e})?::${e}|(?:(?:${e}:){0,6}${e})?::)`)}get_ipv6_url_host(){return this.cache.src_ip6_host??=RegExp(`\\[${this.get_ipv6_addr().source}\\]`)}get_ipv6_mail_host(){return this.cache.src_ipv6_mail_host??=RegExp(`\\[IPv6:${this.get_ipv6_addr().source}\\]`)}get_auth(){return this.cache.src_auth??=RegExp(`(?:(?:(?!${this.src_ZCc}|[@/\\[\\]()]).){1,50}@)?`)}get_port(){return this.cache.src_port??=RegExp(`(?::(?:6(?:[0-4]\\d{3}|5(?:[0-4]\\d{2}|5(?:[0-2]\\d|3[0-5])))|[1-5]?\\d{1,4}))?`)}get_host_terminator(){return this.cache.src_host_terminator??=RegExp(`(?=$|${this.get_text_separators().source}|${this.src_ZPCc})(?!${this.opts[`---`]?`-(?!--)|`:`-|`}_|:\\d|\\.-|\\.(?!$|${this.src_ZPCc}))`)}get_path_terminator(){return this.cache.src_path_terminator??=RegExp(`${this.src_ZPCc}|${this.get_text_separators().source}`)}get_path(){return this.cache.src_path??=RegExp(`(?:[/?#](?:${this.nestedPairRE(`[`,`]`)}|${this.nestedPairRE(`(`,`)`)}|${this.nestedPairRE(`{`,`}`)}|\\"(?:(?!${this.src_ZCc}|["]).){1,100}\\"|\\'(?:(?!${this.src_ZCc}|[']).){1,100}\\'|\\'(?=${this.get_pseudo_letter().source}|[-])|\\.{2,20}[:]?[a-zA-Z0-9%/&]|\\.(?!${this.src_ZCc}|[.]|$)|`+(this.opts[`---`]?`\\-(?!--(?:[^-]|$))(?:-{0,19})|`:`\\-{1,20}|`)+`,(?!${this.src_ZCc}|$)|;(?!${this.src_ZCc}|$)|\\!{1,20}(?!${this.src_ZCc}|[!]|$)|\\?(?!${this.src_ZCc}|[?]|$)|`+this.get_path_extra().source+`[\\\\/:%@#&=_~*]|(?!${this.get_path_terminator().source}).){1,${this.opts.maxLength}}|\\/)?`)}get_mail_name(){return this.cache.src_mail_name??=RegExp("[-!#$%&'*+/=?^_`{|}~a-zA-Z0-9](?:[-!#$%&'*+/=?^_`{|}~a-zA-Z0-9]|[.](?=[-!#$%&'*+/=?^_`{|}~a-zA-Z0-9])){0,63}")}get_xn(){return this.cache.src_xn??=RegExp(`xn--[a-z0-9\\-]{1,59}`)}get_tld(){if(this.cache.tld)return this.cache.tld;let e=[...new Set(this.opts.tlds||[])].sort().reverse().join(`|`);return this.cache.tld=RegExp(`${e||`$#none#$`}|${this.get_xn().source}`),this.cache.tld}get_domain_root(){return this.cache.src_domain_root??=RegExp(`(?:`+this.get_xn().source+`|${this.get_pseudo_letter().source}{1,63})`)}get_domain(){return this.cache.src_domain??=RegExp(`(?:`+this.get_xn().source+`|(?:${this.get_pseudo_letter().source})|(?:${this.get_pseudo_letter().source}(?:-|${this.get_pseudo_letter().source}){0,61}${this.get_pseudo_letter().source}))`)}get_url_host_port(){return this.cache.url_host_port??=RegExp(`(?:`+this.get_ipv6_url_host().source+`|(?:(?:(?:${this.get_domain().source})\\.){0,10}${this.get_domain().source}))`+this.get_port().source+this.get_host_terminator().source)}get_fuzzy_url_host_port(){return this.cache.fuzzy_url_host_port??=RegExp(`(?:`+(this.opts.fuzzyIP?this.get_ipv4_addr().source+`|`:``)+`(?:(?:(?:${this.get_domain().source})\\.){1,10}(?:${this.get_tld().source})))`+this.get_host_terminator().source)}get_mail_host(){return this.cache.src_mail_host??=RegExp(`(?:`+this.get_ipv6_mail_host().source+`|(?:(?:(?:${this.get_domain().source})\\.){0,4}${this.get_domain().source}))`+this.get_host_terminator().source)}get_fuzzy_mail_host(){return this.cache.src_fuzzy_mail_host??=RegExp(`(?:`+this.get_ipv6_mail_host().source+`|(?:(?:(?:${this.get_domain().source})[.]){1,4}${this.get_domain_root().source}))`+this.get_host_terminator().source)}get_path_extra(){return this.cache.src_path_extra??=RegExp(``)}get_fuzzy_mail_host_search(){return this.cache.mail_fuzzy_host_search??=RegExp(`@${this.get_fuzzy_mail_host().source}`,`ig`)}get_fuzzy_link_search(){return this.cache.link_fuzzy_search??=RegExp(`(^|(?![.:/\\-_@])(?:[$+<=>^\`|\uff5c]|${this.src_ZPCc}))(?:(?![$+<=>^\`|\uff5c])${this.get_fuzzy_url_host_port().source}${this.get_path().source})`,`ig`)}get_http_validator(){return this.cache.http_validator??=RegExp(`\\/\\/`+(this.opts.urlAuth?this.get_auth().source:``)+this.get_url_host_port().source+this.get_path().source,`iy`)}get_relative_proto_validator(){return this.cache.relative_proto_validator??=RegExp((this.opts.urlAuth?this.get_auth().source:``)+`(?:localhost|${this.get_ipv6_url_host().source}|(?:(?:${this.get_domain().source})[.]){1,10}${this.get_domain_root().source})`+this.get_port().source+this.get_host_terminator().source+this.get_path().source,`iy`)}get_mail_name_validator(){return this.cache.mail_name_validator??=RegExp(`(?:^|${this.get_text_separators().source}|"|\\(|${this.src_ZCc})(${this.get_mail_name().source})$`)}get_mailto_validator(){return this.cache.mailto_validator??=RegExp(`${this.get_mail_name().source}@${this.get_mail_host().source}`,`iy`)}get_schema_names(){return this.cache.schema_names??=new RegExp((this.opts.schema_names||[]).map(e=>this.escapeRE(e)).join(`|`))}get_schema_search(){return this.cache.schema_search??=RegExp(`(^|(?!_)(?:[><\uff5c]|${this.src_ZPCc}))(${this.get_schema_names().source})`,`ig`)}get_schema_at_start(){return this.cache.schema_at_start??=RegExp(`^${this.get_schema_search().source}`,`i`)}},In={validate:(e,t,n)=>{let r=n.re.get_http_validator();r.lastIndex=t;let i=r.exec(e);return i?i[0].length:0},normalize:(e,t)=>t.normalize(e)},Ln={"http:":In,"https:":In,"ftp:":In,"//":{validate:function(e,t,n){let r=n.re.get_relative_proto_validator();r.lastIndex=t;let i=r.exec(e);return i?t>=3&&e[t-3]===`:`||t>=3&&e[t-3]===`/`?0:i[0].length:0},normalize:(e,t)=>t.normalize(e)},"mailto:":{validate:function(e,t,n){let r=n.re.get_mailto_validator();r.lastIndex=t;let i=r.exec(e);return i?i[0].length:0},normalize:(e,t)=>t.normalize(e)}},Rn=`a:cdefgilmnoqrstuwxz|b:abdefghijmnorstvwyz|c:acdfghiklmnoruvwxyz|d:ejkmoz|e:cegrstu|f:ijkmor|g:abdefghilmnpqrstuwy|h:kmnrtu|i:delmnoqrst|j:emop|k:eghimnprwyz|l:abcikrstuvy|m:acdeghklmnopqrstuvwxyz|n:acefgilopruz|o:m|p:aefghklmnrstwy|q:a|r:eosuw|s:abcdeghijklmnortuvxyz|t:cdfghjklmnortvwz|u:agksyz|v:aceginu|w:fs|y:et|z:amw`,zn=`biz|com|edu|gov|net|org|pro|web|xxx|aero|asia|coop|info|museum|name|shop|рф`;function Bn(){let e=zn.split(`|`);return Rn.split(`|`).forEach(t=>{let n=t.indexOf(`:`),r=t.slice(0,n);for(let i of t.slice(n+1))e.push(r+i)}),e}var Vn={fuzzyLink:!1,fuzzyEmail:!0,fuzzyIP:!1,"---":!1,tlds:Bn(),urlAuth:!1,maxLength:1e4},Hn=class{schema;index;lastIndex;raw;text;url;constructor(e,t,n,r){let i=e.slice(n,r);this.schema=t.toLowerCase(),this.index=n,this.lastIndex=r,this.raw=i,this.text=i,this.url=i}},Un=class{__opts__;__schemas__;re;constructor(e={}){let{rebuilder:t,...n}=e;this.__opts__={...Vn,...n},this.__schemas__={...Ln},this.re=t||new Fn,this.re.set({...this.__opts__,schema_names:Object.keys(this.__schemas__)})}add(e,t=null){if(!t)delete this.__schemas__[e];else{let n={normalize:(e,t)=>t.normalize(e),...t};this.__schemas__[e]=n}return this.re.set({...this.__opts__,schema_names:Object.keys(this.__schemas__)}),this}set(e={}){return this.__opts__={...this.__opts__,...e},this.re.set({...this.__opts__,schema_names:Object.keys(this.__schemas__)}),this}test(e){if(!e.length)return!1;let t,n;for(n=this.re.get_schema_search(),n.lastIndex=0;(t=n.exec(e))!==null;)if(this.testSchemaAt(e,t[2],n.lastIndex))return!0;if(this.__opts__.fuzzyLink&&this.__schemas__[`http:`]&&(n=this.re.get_fuzzy_link_search(),n.lastIndex=0,n.exec(e)!==null))return!0;if(this.__opts__.fuzzyEmail&&this.__schemas__[`mailto:`]&&e.indexOf(`@`)>=0){let n=this.re.get_fuzzy_mail_host_search(),r=this.re.get_mail_name_validator();for(n.lastIndex=0;(t=n.exec(e))!==null;){let n=e.slice(Math.max(0,t.index-65),t.index);if(r.test(n))return!0}}return!1}testSchemaAt(e,t,n){return this.__schemas__[t.toLowerCase()]?this.__schemas__[t.toLowerCase()].validate(e.slice(0,n+this.__opts__.maxLength),n,this):0}match(e){let t=[],n=this.re.get_schema_search(),r,i,a,o,s,c,l=!1,u=!1,d=!1,f=0;if(!e.length)return null;for(n.lastIndex=0,this.__opts__.fuzzyLink&&this.__schemas__[`http:`]&&(r=this.re.get_fuzzy_link_search(),r.lastIndex=0),this.__opts__.fuzzyEmail&&this.__schemas__[`mailto:`]&&(i=this.re.get_fuzzy_mail_host_search(),i.lastIndex=0,a=this.re.get_mail_name_validator());;){let p=Math.max(f-1,0);if(i&&a&&!d&&(!s||s.index<f))for(i.lastIndex<p&&(i.lastIndex=p);;){let t=i.exec(e);if(!t){d=!0,s=void 0;break}let n=a.exec(e.slice(Math.max(0,t.index-65),t.index));if(n){if(s={schema:`mailto:`,index:t.index-n[1].length,lastIndex:t.index+t[0].length},s.index>=f)break;i.lastIndex<p&&(i.lastIndex=p)}}if(r&&!u&&(!o||o.index<f))for(r.lastIndex<p&&(r.lastIndex=p);;){let t=r.exec(e);if(!t){u=!0,o=void 0;break}if(o={schema:``,index:t.index+t[1].length,lastIndex:t.index+t[0].length},o.index>=f)break;r.lastIndex<p&&(r.lastIndex=p)}let m=s;(!m||o&&(o.index<m.index||o.index===m.index&&o.lastIndex>m.lastIndex))&&(m=o);let h;if(!l)for(;;){if(!c){n.lastIndex<p&&(n.lastIndex=p);let t=n.exec(e);if(!t){l=!0;break}c={schema:t[2],index:t.index+t[1].length,lastIndex:t.index+t[0].length}}if(c.index<f){c=void 0;continue}if(m&&c.index>m.index)break;let t=c;c=void 0;let r=this.testSchemaAt(e,t.schema,t.lastIndex);if(r){h={schema:t.schema,index:t.index,lastIndex:t.lastIndex+r};break}}let g=h;if((!g||s&&(s.index<g.index||s.index===g.index&&s.lastIndex>g.lastIndex))&&(g=s),(!g||o&&(o.index<g.index||o.index===g.index&&o.lastIndex>g.lastIndex))&&(g=o),!g)break;g===s?s=void 0:g===o&&(o=void 0);let _=new Hn(e,g.schema,g.index,g.lastIndex);_.schema?this.__schemas__[_.schema].normalize(_,this):this.normalize(_),t.push(_),f=g.lastIndex}return t.length?t:null}matchAtStart(e){if(!e.length)return null;let t=this.re.get_schema_at_start().exec(e);if(!t)return null;let n=this.testSchemaAt(e,t[2],t[0].length);if(!n)return null;let r=new Hn(e,t[2],t.index+t[1].length,t.index+t[0].length+n);return this.__schemas__[r.schema].normalize(r,this),r}tlds(e,t=!1){return e=Array.isArray(e)?e:[e],t?this.__opts__.tlds=this.__opts__.tlds.concat(e):this.__opts__.tlds=e,this.re.set({...this.__opts__,schema_names:Object.keys(this.__schemas__)}),this}normalize(e){e.schema||(e.url=`http://${e.url}`),e.schema===`mailto:`&&!/^mailto:/i.test(e.url)&&(e.url=`mailto:${e.url}`)}},Wn=2147483647,Gn=36,Kn=1,qn=26,Jn=38,Yn=700,Xn=72,Zn=128,Qn=`-`,$n=/^xn--/,er=/[^\0-\x7F]/,tr=/[\x2E\u3002\uFF0E\uFF61]/g,nr={overflow:`Overflow: input needs wider integers to process`,"not-basic":`Illegal input >= 0x80 (not a basic code point)`,"invalid-input":`Invalid input`},rr=35,ir=Math.floor,ar=String.fromCharCode;function or(e){throw RangeError(nr[e])}function sr(e,t){let n=[],r=e.length;for(;r--;)n[r]=t(e[r]);return n}function cr(e,t){let n=e.split(`@`),r=``;n.length>1&&(r=n[0]+`@`,e=n[1]),e=e.replace(tr,`.`);let i=sr(e.split(`.`),t).join(`.`);return r+i}function lr(e){let t=[],n=0,r=e.length;for(;n<r;){let i=e.charCodeAt(n++);if(i>=55296&&i<=56319&&n<r){let r=e.charCodeAt(n++);(r&64512)==56320?t.push(((i&1023)<<10)+(r&1023)+65536):(t.push(i),n--)}else t.push(i)}return t}var ur=e=>String.fromCodePoint(...e),dr=function(e){return e>=48&&e<58?26+(e-48):e>=65&&e<91?e-65:e>=97&&e<123?e-97:Gn},fr=function(e,t){return e+22+75*(e<26)-((t!=0)<<5)},pr=function(e,t,n){let r=0;for(e=n?ir(e/Yn):e>>1,e+=ir(e/t);e>455;r+=Gn)e=ir(e/rr);return ir(r+36*e/(e+Jn))},mr=function(e){let t=[],n=e.length,r=0,i=Zn,a=Xn,o=e.lastIndexOf(Qn);o<0&&(o=0);for(let n=0;n<o;++n)e.charCodeAt(n)>=128&&or(`not-basic`),t.push(e.charCodeAt(n));for(let s=o>0?o+1:0;s<n;){let o=r;for(let t=1,i=Gn;;i+=Gn){s>=n&&or(`invalid-input`);let o=dr(e.charCodeAt(s++));o>=Gn&&or(`invalid-input`),o>ir((Wn-r)/t)&&or(`overflow`),r+=o*t;let c=i<=a?Kn:i>=a+qn?qn:i-a;if(o<c)break;let l=Gn-c;t>ir(Wn/l)&&or(`overflow`),t*=l}let c=t.length+1;a=pr(r-o,c,o==0),ir(r/c)>Wn-i&&or(`overflow`),i+=ir(r/c),r%=c,t.splice(r++,0,i)}return String.fromCodePoint(...t)},hr=function(e){let t=[];e=lr(e);let n=e.length,r=Zn,i=0,a=Xn;for(let n of e)n<128&&t.push(ar(n));let o=t.length,s=o;for(o&&t.push(Qn);s<n;){let n=Wn;for(let t of e)t>=r&&t<n&&(n=t);let c=s+1;n-r>ir((Wn-i)/c)&&or(`overflow`),i+=(n-r)*c,r=n;for(let n of e)if(n<r&&++i>Wn&&or(`overflow`),n===r){let e=i;for(let n=Gn;;n+=Gn){let r=n<=a?Kn:n>=a+qn?qn:n-a;if(e<r)break;let i=e-r,o=Gn-r;t.push(ar(fr(r+i%o,0))),e=ir(i/o)}t.push(ar(fr(e,0))),a=pr(i,c,s===o),i=0,++s}++i,++r}return t.join(``)},gr={version:`2.3.1`,ucs2:{decode:lr,encode:ur},decode:mr,encode:hr,toASCII:function(e){return cr(e,function(e){return er.test(e)?`xn--`+hr(e):e})},toUnicode:function(e){return cr(e,function(e){return $n.test(e)?mr(e.slice(4).toLowerCase()):e})}},_r=Object.defineProperty,vr=(e,t)=>{let n={};for(var r in e)_r(n,r,{get:e[r],enumerable:!0});return t||_r(n,Symbol.toStringTag,{value:`Module`}),n},yr=vr({arrayReplaceAt:()=>xr,asciiTrim:()=>Wr,callable:()=>br,escapeHtml:()=>Pr,escapeRE:()=>Ir,fromCodePoint:()=>Cr,isMdAsciiPunct:()=>Vr,isPunctChar:()=>zr,isPunctCharCode:()=>Br,isSpace:()=>Lr,isValidEntityCode:()=>Sr,isWhiteSpace:()=>Rr,lib:()=>Gr,normalizeReference:()=>Hr,unescapeAll:()=>kr,unescapeMd:()=>Or});function br(e){let t=function(...n){return Reflect.construct(e,n,new.target&&new.target!==t?new.target:e)};return Object.defineProperty(t,"name",{value:e.name}),Object.setPrototypeOf(t,e),t.prototype=e.prototype,t}function xr(e,t,n){return[].concat(e.slice(0,t),n,e.slice(t+1))}function Sr(e){return!(e>=55296&&e<=57343||e>=64976&&e<=65007||(e&65535)==65535||(e&65535)==65534||e>=0&&e<=8||e===11||e>=14&&e<=31||e>=127&&e<=159||e>1114111)}function Cr(e){if(e>65535){e-=65536;let t=55296+(e>>10),n=56320+(e&1023);return String.fromCharCode(t,n)}return String.fromCharCode(e)}var wr=/\\([!"#$%&'()*+,\-./:;<=>?@[\\\]^_`{|}~])/g,Tr=RegExp(`${wr.source}|&([a-z#][a-z0-9]{1,31});`,`gi`),Er=/^#((?:x[a-f0-9]{1,8}|[0-9]{1,8}))$/i;function Dr(e,t){if(t.charCodeAt(0)===35&&Er.test(t)){let n=t[1].toLowerCase()===`x`?parseInt(t.slice(2),16):parseInt(t.slice(1),10);return Sr(n)?Cr(n):e}let n=Pn(e);return n===e?e:n}function Or(e){return e.indexOf(`\\`)<0?e:e.replace(wr,`$1`)}function kr(e){return e.indexOf(`\\`)<0&&e.indexOf(`&`)<0?e:e.replace(Tr,function(e,t,n){return t||Dr(e,n)})}var Ar=/[&<>"]/,jr=/[&<>"]/g,Mr={"&":`&amp;`,"<":`&lt;`,">":`&gt;`,'"':`&quot;`};function Nr(e){return Mr[e]}function Pr(e){return Ar.test(e)?e.replace(jr,Nr):e}var Fr=/[.?*+^$[\]\\(){}|-]/g;function Ir(e){return e.replace(Fr,`\\$&`)}function Lr(e){switch(e){case 9:case 32:return!0}return!1}function Rr(e){if(e>=8192&&e<=8202)return!0;switch(e){case 9:case 10:case 11:case 12:case 13:case 32:case 160:case 5760:case 8239:case 8287:case 12288:return!0}return!1}function zr(e){return sn.test(e)||cn.test(e)}function Br(e){return zr(Cr(e))}function Vr(e){switch(e){case 33:case 34:case 35:case 36:case 37:case 38:case 39:case 40:case 41:case 42:case 43:case 44:case 45:case 46:case 47:case 58:case 59:case 60:case 61:case 62:case 63:case 64:case 91:case 92:case 93:case 94:case 95:case 96:case 123:case 124:case 125:case 126:return!0;default:return!1}}function Hr(e){return e=e.trim().replace(/\s+/g,` `),e.toLowerCase().toUpperCase()}function Ur(e){return e===32||e===9||e===10||e===13}function Wr(e){let t=0;for(;t<e.length&&Ur(e.charCodeAt(t));t++);let n=e.length-1;for(;n>=t&&Ur(e.charCodeAt(n));n--);return e.slice(t,n+1)}var Gr={mdurl:tn,ucmicro:nn};function Kr(e,t,n){let r,i,a,o,s=e.posMax,c=e.pos;for(e.pos=t+1,r=1;e.pos<s;){if(a=e.src.charCodeAt(e.pos),a===93&&(r--,r===0)){i=!0;break}if(o=e.pos,e.md.inline.skipToken(e),a===91){if(o===e.pos-1)r++;else if(n)return e.pos=c,-1}}let l=-1;return i&&(l=e.pos),e.pos=c,l}function qr(e,t,n){let r,i=t,a={ok:!1,pos:0,str:``};if(e.charCodeAt(i)===60){for(i++;i<n;){if(r=e.charCodeAt(i),r===10||r===60)return a;if(r===62)return a.pos=i+1,a.str=kr(e.slice(t+1,i)),a.ok=!0,a;r===92&&i+1<n?i+=2:i++}return a}let o=0;for(;i<n&&(r=e.charCodeAt(i),!(r===32||r<32||r===127));)if(r===92&&i+1<n){if(e.charCodeAt(i+1)===32){i++;continue}i+=2}else{if(r===40&&(o++,o>32))return a;if(r===41){if(o===0)break;o--}i++}return t===i||o!==0||(a.str=kr(e.slice(t,i)),a.pos=i,a.ok=!0),a}function Jr(e,t,n,r){let i,a=t,o={ok:!1,can_continue:!1,pos:0,str:``,marker:0};if(r)o.str=r.str,o.marker=r.marker;else{if(a>=n)return o;let r=e.charCodeAt(a);if(r!==34&&r!==39&&r!==40)return o;t++,a++,r===40&&(r=41),o.marker=r}for(;a<n;){if(i=e.charCodeAt(a),i===o.marker)return o.pos=a+1,o.str+=kr(e.slice(t,a)),o.ok=!0,o;if(i===40&&o.marker===41)return o;i===92&&a+1<n&&a++,a++}return o.can_continue=!0,o.str+=kr(e.slice(t,a)),o}var Yr=vr({parseLinkDestination:()=>qr,parseLinkLabel:()=>Kr,parseLinkTitle:()=>Jr});function Xr(e){"@babel/helpers - typeof";return Xr=typeof Symbol==`function`&&typeof Symbol.iterator==`symbol`?function(e){return typeof e}:function(e){return e&&typeof Symbol==`function`&&e.constructor===Symbol&&e!==Symbol.prototype?`symbol`:typeof e},Xr(e)}function Zr(e,t){if(Xr(e)!=`object`||!e)return e;var n=e[Symbol.toPrimitive];if(n!==void 0){var r=n.call(e,t||`default`);if(Xr(r)!=`object`)return r;throw TypeError(`@@toPrimitive must return a primitive value.`)}return(t===`string`?String:Number)(e)}function Qr(e){var t=Zr(e,`string`);return Xr(t)==`symbol`?t:t+``}function q(e,t,n){return(t=Qr(t))in e?Object.defineProperty(e,t,{value:n,enumerable:!0,configurable:!0,writable:!0}):e[t]=n,e}var $r=class{constructor(e,t,n){q(this,`map`,null),q(this,`level`,0),q(this,`children`,null),q(this,`content`,``),q(this,`markup`,``),q(this,`info`,``),q(this,`block`,!1),q(this,`hidden`,!1),this.type=e,this.tag=t,this.attrs=null,this.nesting=n,this.meta=null}attrIndex(e){if(!this.attrs)return-1;let t=this.attrs;for(let n=0,r=t.length;n<r;n++)if(t[n][0]===e)return n;return-1}attrPush(e){this.attrs?this.attrs.push(e):this.attrs=[e]}attrSet(e,t){let n=this.attrIndex(e),r=[e,t];n<0?this.attrPush(r):this.attrs[n]=r}attrGet(e){let t=this.attrIndex(e),n=null;return t>=0&&(n=this.attrs[t][1]),n}attrJoin(e,t){let n=this.attrIndex(e);n<0?this.attrPush([e,t]):this.attrs[n][1]=`${this.attrs[n][1]} ${t}`}},ei=class{constructor(){q(this,`__rules__`,[]),q(this,`__cache__`,null)}__find__(e){for(let t=0;t<this.__rules__.length;t++)if(this.__rules__[t].name===e)return t;return-1}__compile__(){let e=new Set;this.__rules__.forEach(t=>{t.enabled&&t.alt.forEach(t=>{t&&e.add(t)})}),this.__cache__=Object.create(null),this.__cache__[``]=[],this.__rules__.forEach(e=>{e.enabled&&this.__cache__[``].push(e.fn)}),e.forEach(e=>{this.__cache__[e]=[],this.__rules__.forEach(t=>{t.enabled&&t.alt.indexOf(e)>=0&&this.__cache__[e].push(t.fn)})})}at(e,t,n={}){let r=this.__find__(e);if(r===-1)throw Error(`Parser rule not found: ${e}`);this.__rules__[r].fn=t,this.__rules__[r].alt=n.alt||[],this.__cache__=null}before(e,t,n,r={}){let i=this.__find__(e);if(i===-1)throw Error(`Parser rule not found: ${e}`);this.__rules__.splice(i,0,{name:t,enabled:!0,fn:n,alt:r.alt||[]}),this.__cache__=null}after(e,t,n,r={}){let i=this.__find__(e);if(i===-1)throw Error(`Parser rule not found: ${e}`);this.__rules__.splice(i+1,0,{name:t,enabled:!0,fn:n,alt:r.alt||[]}),this.__cache__=null}push(e,t,n={}){this.__rules__.push({name:e,enabled:!0,fn:t,alt:n.alt||[]}),this.__cache__=null}enable(e,t=!1){Array.isArray(e)||(e=[e]);let n=[];return e.forEach(e=>{let r=this.__find__(e);if(r<0){if(t)return;throw Error(`Rules manager: invalid rule name ${e}`)}this.__rules__[r].enabled=!0,n.push(e)}),this.__cache__=null,n}enableOnly(e,t=!1){Array.isArray(e)||(e=[e]),this.__rules__.forEach(e=>{e.enabled=!1}),this.enable(e,t)}disable(e,t=!1){Array.isArray(e)||(e=[e]);let n=[];return e.forEach(e=>{let r=this.__find__(e);if(r<0){if(t)return;throw Error(`Rules manager: invalid rule name ${e}`)}this.__rules__[r].enabled=!1,n.push(e)}),this.__cache__=null,n}getRules(e){return this.__cache__||this.__compile__(),this.__cache__[e]||[]}},ti={};ti.code_inline=function(e,t,n,r,i){let a=e[t];return`<code${i.renderAttrs(a)}>${Pr(a.content)}</code>`},ti.code_block=function(e,t,n,r,i){let a=e[t];return`<pre${i.renderAttrs(a)}><code>${Pr(e[t].content)}</code></pre>\n`},ti.fence=function(e,t,n,r,i){let a=e[t],o=a.info?kr(a.info).trim():``,s=``,c=``;if(o){let e=o.split(/(\s+)/g);s=e[0],c=e.slice(2).join(``)}let l;if(l=n.highlight&&n.highlight(a.content,s,c)||Pr(a.content),l.indexOf(`<pre`)===0)return l+`
`;if(o){let e=a.attrIndex(`class`),t=a.attrs?a.attrs.slice():[];e<0?t.push([`class`,`${n.langPrefix}${s}`]):(t[e]=[t[e][0],t[e][1]],t[e][1]+=` ${n.langPrefix}${s}`);let r={attrs:t};return`<pre><code${i.renderAttrs(r)}>${l}</code></pre>\n`}return`<pre><code${i.renderAttrs(a)}>${l}</code></pre>\n`},ti.image=function(e,t,n,r,i){let a=e[t];return a.attrs[a.attrIndex(`alt`)][1]=i.renderInlineAsText(a.children,n,r),i.renderToken(e,t,n)},ti.hardbreak=function(e,t,n){return n.xhtmlOut?`<br />
`:`<br>
`},ti.softbreak=function(e,t,n){return n.breaks?n.xhtmlOut?`<br />
`:`<br>
`:`
`},ti.text=function(e,t){return Pr(e[t].content)},ti.html_block=function(e,t){return e[t].content},ti.html_inline=function(e,t){return e[t].content};var ni=class{constructor(){q(this,`rules`,Object.assign({},ti))}renderAttrs(e){let t,n,r;if(!e.attrs)return``;for(r=``,t=0,n=e.attrs.length;t<n;t++)r+=` ${Pr(e.attrs[t][0])}="${Pr(String(e.attrs[t][1]))}"`;return r}renderToken(e,t,n){let r=e[t],i=``;if(r.hidden)return``;let a=t-1;for(;a>=0&&e[a].hidden&&e[a].nesting===0;)a--;r.block&&r.nesting!==-1&&a>=0&&e[a].hidden&&e[a].nesting===-1&&(i+=`
`),i+=(r.nesting===-1?`</`:`<`)+r.tag,i+=this.renderAttrs(r),r.nesting===0&&n.xhtmlOut&&(i+=` /`);let o=!1;if(r.block&&(o=!0,r.nesting===1)){let n=t+1;for(;n<e.length&&e[n].hidden&&e[n].nesting===0;)n++;if(n<e.length){let t=e[n];(t.type===`inline`||t.hidden||t.nesting===-1&&t.tag===r.tag)&&(o=!1)}}return i+=o?`>
`:`>`,i}renderInline(e,t,n){let r=``,i=this.rules;for(let a=0,o=e.length;a<o;a++){let o=e[a].type;i[o]===void 0?r+=this.renderToken(e,a,t):r+=i[o](e,a,t,n,this)}return r}renderInlineAsText(e,t,n){let r=``;for(let i=0,a=e.length;i<a;i++)switch(e[i].type){case`text`:case`code_inline`:r+=e[i].content;break;case`image`:r+=this.renderInlineAsText(e[i].children,t,n);break;case`html_inline`:case`html_block`:r+=e[i].content;break;case`softbreak`:case`hardbreak`:r+=`
`}return r}render(e,t,n){let r=``,i=this.rules;for(let a=0,o=e.length;a<o;a++){let o=e[a].type;o===`inline`?r+=this.renderInline(e[a].children,t,n):i[o]===void 0?r+=this.renderToken(e,a,t):r+=i[o](e,a,t,n,this)}return r}},ri=class{constructor(e,t,n){q(this,`tokens`,[]),q(this,`inlineMode`,!1),q(this,`Token`,$r),this.src=e,this.env=n,this.md=t}},ii=/\r\n?/g,ai=/\0/g;function oi(e){let t;t=e.src.replace(ii,`
`),t=t.replace(ai,`�`),e.src=t}function si(e){let t;e.inlineMode?(t=new e.Token(`inline`,``,0),t.content=e.src,t.map=[0,1],t.children=[],e.tokens.push(t)):e.md.block.parse(e.src,e.md,e.env,e.tokens)}function ci(e){let t=e.tokens,n=0;for(let e=0;e<t.length;e++)t[e].type!==`reference_definition`&&(e!==n&&(t[n]=t[e]),n++);t.length!==n&&(t.length=n)}function li(e){let t=e.tokens;for(let n=0,r=t.length;n<r;n++){let r=t[n];r.type===`inline`&&e.md.inline.parse(r.content,e.md,e.env,r.children)}}function ui(e){return/^<a[>\s]/i.test(e)}function di(e){return/^<\/a\s*>/i.test(e)}function fi(e){let t=e.tokens;if(e.md.options.linkify)for(let n=0,r=t.length;n<r;n++){if(t[n].type!==`inline`||!e.md.linkify.test(t[n].content))continue;let r=t[n].children,i=[],a=0;for(let t=r.length-1;t>=0;t--){let n=r[t];if(n.type===`link_close`)for(t--;r[t].level!==n.level&&r[t].type!==`link_open`;)t--;else if(n.type===`html_inline`&&(ui(n.content)&&a>0&&a--,di(n.content)&&a++),!(a>0)&&n.type===`text`&&e.md.linkify.test(n.content)){let a=n.content,o=e.md.linkify.match(a),s=[],c=n.level,l=0;o.length>0&&o[0].index===0&&t>0&&r[t-1].type===`text_special`&&(o=o.slice(1));for(let t=0;t<o.length;t++){let n=o[t].url,r=e.md.normalizeLink(n);if(!e.md.validateLink(r))continue;let i=o[t].text;i=o[t].schema?o[t].schema===`mailto:`&&!/^mailto:/i.test(i)?e.md.normalizeLinkText(`mailto:${i}`).replace(/^mailto:/,``):e.md.normalizeLinkText(i):e.md.normalizeLinkText(`http://${i}`).replace(/^http:\/\//,``);let u=o[t].index;if(u>l){let t=new e.Token(`text`,``,0);t.content=a.slice(l,u),t.level=c,s.push(t)}let d=new e.Token(`link_open`,`a`,1);d.attrs=[[`href`,r]],d.level=c++,d.markup=`linkify`,d.info=`auto`,s.push(d);let f=new e.Token(`text`,``,0);f.content=i,f.level=c,s.push(f);let p=new e.Token(`link_close`,`a`,-1);p.level=--c,p.markup=`linkify`,p.info=`auto`,s.push(p),l=o[t].lastIndex}if(l<a.length){let t=new e.Token(`text`,``,0);t.content=a.slice(l),t.level=c,s.push(t)}i.push({index:t,nodes:s})}}if(i.length>0){let e=r.length;for(let t of i)e+=t.nodes.length-1;let a=Array(e),o=0,s=0;i.reverse();for(let e=0;e<r.length;e++){let t=i[o];if(t?.index===e){for(let e of t.nodes)a[s++]=e;o++}else a[s++]=r[e]}t[n].children=a}}}var pi=/\+-|\.\.|\?\?\?\?|!!!!|,,|--/,mi=/\((c|tm|r)\)/i,hi=/\((c|tm|r)\)/gi,gi={c:`©`,r:`®`,tm:`™`};function _i(e,t){return gi[t.toLowerCase()]}function vi(e){let t=0;for(let n=e.length-1;n>=0;n--){let r=e[n];r.type===`text`&&!t&&(r.content=r.content.replace(hi,_i)),r.type===`link_open`&&r.info===`auto`&&t--,r.type===`link_close`&&r.info===`auto`&&t++}}function yi(e){let t=0;for(let n=e.length-1;n>=0;n--){let r=e[n];r.type===`text`&&!t&&pi.test(r.content)&&(r.content=r.content.replace(/\+-/g,`±`).replace(/\.{2,}/g,`…`).replace(/([?!])…/g,`$1..`).replace(/([?!]){4,}/g,`$1$1$1`).replace(/,{2,}/g,`,`).replace(/(^|[^-])---(?=[^-]|$)/gm,`$1—`).replace(/(^|\s)--(?=\s|$)/gm,`$1–`).replace(/(^|[^-\s])--(?=[^-\s]|$)/gm,`$1–`)),r.type===`link_open`&&r.info===`auto`&&t--,r.type===`link_close`&&r.info===`auto`&&t++}}function bi(e){let t;if(e.md.options.typographer)for(t=e.tokens.length-1;t>=0;t--)e.tokens[t].type===`inline`&&(mi.test(e.tokens[t].content)&&vi(e.tokens[t].children),pi.test(e.tokens[t].content)&&yi(e.tokens[t].children))}var xi=/['"]/,Si=/['"]/g,Ci=`’`,wi=1e3;function Ti(e,t,n){for(;e.length>n;){let n=e.pop();n.isSingleQuote?t.single=n.prevSameQuoteIdx:t.double=n.prevSameQuoteIdx}}function Ei(e,t,n,r){e[t]||(e[t]=[]),e[t].push({pos:n,ch:r})}function Di(e,t){let n=``,r=0;t.sort((e,t)=>e.pos-t.pos);for(let i=0;i<t.length;i++){let a=t[i];n+=e.slice(r,a.pos)+a.ch,r=a.pos+1}return n+e.slice(r)}function Oi(e,t){let n,r=[],i={single:-1,double:-1},a={};for(let o=0;o<e.length;o++){let s=e[o],c=e[o].level;for(n=r.length-1;n>=0&&!(r[n].level<=c);n--);if(Ti(r,i,n+1),s.type!==`text`)continue;let l=s.content,u=0,d=l.length;OUTER:for(;u<d;){Si.lastIndex=u;let s=Si.exec(l);if(!s)break;let f=!0,p=!0;u=s.index+1;let m=s[0]===`'`,h=32;if(s.index-1>=0)h=l.charCodeAt(s.index-1);else for(n=o-1;n>=0&&e[n].type!==`softbreak`&&e[n].type!==`hardbreak`;n--)if(e[n].content){h=e[n].content.charCodeAt(e[n].content.length-1);break}let g=32;if(u<d)g=l.charCodeAt(u);else for(n=o+1;n<e.length&&e[n].type!==`softbreak`&&e[n].type!==`hardbreak`;n++)if(e[n].content){g=e[n].content.charCodeAt(0);break}let _=Vr(h)||Br(h),v=Vr(g)||Br(g),y=Rr(h),b=Rr(g);if(b?f=!1:v&&(y||_||(f=!1)),y?p=!1:_&&(b||v||(p=!1)),g===34&&s[0]===`"`&&h>=48&&h<=57&&(p=f=!1),f&&p&&(f=_,p=v),!f&&!p)m&&Ei(a,o,s.index,Ci);else{if(p&&(n=m?i.single:i.double,n>=0&&r[n].level===c)){let e=r[n],c,l;m?(c=t.md.options.quotes[2],l=t.md.options.quotes[3]):(c=t.md.options.quotes[0],l=t.md.options.quotes[1]),Ei(a,o,s.index,l),Ei(a,e.tokenIdx,e.contentPos,c),Ti(r,i,n);continue OUTER}if(f){if(r.length>=wi)return;r.push({tokenIdx:o,contentPos:s.index,isSingleQuote:m,level:c,prevSameQuoteIdx:m?i.single:i.double}),m?i.single=r.length-1:i.double=r.length-1}else p&&m&&Ei(a,o,s.index,Ci)}}}Object.keys(a).forEach(function(t){let n=Number(t);e[n].content=Di(e[n].content,a[t])})}function ki(e){if(e.md.options.typographer)for(let t=e.tokens.length-1;t>=0;t--)e.tokens[t].type===`inline`&&xi.test(e.tokens[t].content)&&Oi(e.tokens[t].children,e)}function Ai(e){let t,n,r=e.length;for(t=0;t<r;t++)e[t].type===`text_special`&&(e[t].type=`text`);for(t=n=0;t<r;t++)e[t].type===`text`&&t+1<r&&e[t+1].type===`text`?e[t+1].content=e[t].content+e[t+1].content:(t!==n&&(e[n]=e[t]),n++);t!==n&&(e.length=n)}function ji(e){let t,n,r=e.tokens,i=r.length;for(let e=0;e<i;e++){if(r[e].type!==`inline`)continue;let i=r[e].children,a=i.length;for(t=0;t<a;t++)i[t].type===`text_special`&&(i[t].type=`text`),i[t].children&&Ai(i[t].children);for(t=n=0;t<a;t++)i[t].type===`text`&&t+1<a&&i[t+1].type===`text`?i[t+1].content=i[t].content+i[t+1].content:(t!==n&&(i[n]=i[t]),n++);t!==n&&(i.length=n)}}var Mi=[[`normalize`,oi],[`block`,si],[`strip_references`,ci],[`inline`,li],[`linkify`,fi],[`replacements`,bi],[`smartquotes`,ki],[`text_join`,ji]],Ni=class{constructor(){q(this,`ruler`,new ei),q(this,`State`,ri);for(let e=0;e<Mi.length;e++)this.ruler.push(Mi[e][0],Mi[e][1])}process(e){let t=this.ruler.getRules(``);for(let n=0,r=t.length;n<r;n++)t[n](e)}},Pi=class{constructor(e,t,n,r){q(this,`bMarks`,[]),q(this,`eMarks`,[]),q(this,`tShift`,[]),q(this,`sCount`,[]),q(this,`bsCount`,[]),q(this,`blkIndent`,0),q(this,`line`,0),q(this,`lineMax`,0),q(this,`tight`,!1),q(this,`listIndent`,-1),q(this,`parentType`,`root`),q(this,`level`,0),q(this,`Token`,$r),this.src=e,this.md=t,this.env=n,this.tokens=r;let i=this.src;for(let e=0,t=0,n=0,r=0,a=i.length,o=!1;t<a;t++){let s=i.charCodeAt(t);if(!o){if(Lr(s)){n++,s===9?r+=4-r%4:r++;continue}o=!0}(s===10||t===a-1)&&(s!==10&&t++,this.bMarks.push(e),this.eMarks.push(t),this.tShift.push(n),this.sCount.push(r),this.bsCount.push(0),o=!1,n=0,r=0,e=t+1)}this.bMarks.push(i.length),this.eMarks.push(i.length),this.tShift.push(0),this.sCount.push(0),this.bsCount.push(0),this.lineMax=this.bMarks.length-1}push(e,t,n){let r=new $r(e,t,n);return r.block=!0,n<0&&this.level--,r.level=this.level,n>0&&this.level++,this.tokens.push(r),r}isEmpty(e){return this.bMarks[e]+this.tShift[e]>=this.eMarks[e]}skipEmptyLines(e){for(let t=this.lineMax;e<t&&!(this.bMarks[e]+this.tShift[e]<this.eMarks[e]);e++);return e}skipSpaces(e){for(let t=this.src.length;e<t&&Lr(this.src.charCodeAt(e));e++);return e}skipSpacesBack(e,t){if(e<=t)return e;for(;e>t;)if(!Lr(this.src.charCodeAt(--e)))return e+1;return e}skipChars(e,t){for(let n=this.src.length;e<n&&this.src.charCodeAt(e)===t;e++);return e}skipCharsBack(e,t,n){if(e<=n)return e;for(;e>n;)if(t!==this.src.charCodeAt(--e))return e+1;return e}getLines(e,t,n,r){if(e>=t)return``;let i=Array(t-e);for(let a=0,o=e;o<t;o++,a++){let e=0,s=this.bMarks[o],c=s,l;for(l=o+1<t||r?this.eMarks[o]+1:this.eMarks[o];c<l&&e<n;){let t=this.src.charCodeAt(c);if(Lr(t))t===9?e+=4-(e+this.bsCount[o])%4:e++;else if(c-s<this.tShift[o])e++;else break;c++}e>n?i[a]=Array(e-n+1).join(` `)+this.src.slice(c,l):i[a]=this.src.slice(c,l)}return i.join(``)}},Fi=65536;function Ii(e,t){let n=e.bMarks[t]+e.tShift[t],r=e.eMarks[t];return e.src.slice(n,r)}function Li(e){let t=[],n=e.length,r=0,i=e.charCodeAt(r),a=!1,o=0,s=``;for(;r<n;)i===124&&(a?(s+=e.substring(o,r-1),o=r):(t.push(s+e.substring(o,r)),s=``,o=r+1)),a=i===92,r++,i=e.charCodeAt(r);return t.push(s+e.substring(o)),t}function Ri(e,t,n,r){if(t+2>n)return!1;let i=t+1;if(e.sCount[i]<e.blkIndent||e.sCount[i]-e.blkIndent>=4)return!1;let a=e.bMarks[i]+e.tShift[i];if(a>=e.eMarks[i])return!1;let o=e.src.charCodeAt(a++);if(o!==124&&o!==45&&o!==58||a>=e.eMarks[i])return!1;let s=e.src.charCodeAt(a++);if(s!==124&&s!==45&&s!==58&&!Lr(s)||o===45&&Lr(s))return!1;for(;a<e.eMarks[i];){let t=e.src.charCodeAt(a);if(t!==124&&t!==45&&t!==58&&!Lr(t))return!1;a++}let c=Ii(e,t+1),l=c.split(`|`),u=[];for(let e=0;e<l.length;e++){let t=l[e].trim();if(!t){if(e===0||e===l.length-1)continue;return!1}if(!/^:?-+:?$/.test(t))return!1;t.charCodeAt(t.length-1)===58?u.push(t.charCodeAt(0)===58?`center`:`right`):t.charCodeAt(0)===58?u.push(`left`):u.push(``)}if(c=Ii(e,t).trim(),c.indexOf(`|`)===-1||e.sCount[t]-e.blkIndent>=4)return!1;l=Li(c),l.length&&l[0]===``&&l.shift(),l.length&&l[l.length-1]===``&&l.pop();let d=l.length;if(d===0||d!==u.length)return!1;if(r)return!0;let f=e.parentType;e.parentType=`table`;let p=e.md.block.ruler.getRules(`blockquote`),m=e.push(`table_open`,`table`,1),h=[t,0];m.map=h;let g=e.push(`thead_open`,`thead`,1);g.map=[t,t+1];let _=e.push(`tr_open`,`tr`,1);_.map=[t,t+1];for(let t=0;t<l.length;t++){let n=e.push(`th_open`,`th`,1);u[t]&&(n.attrs=[[`style`,`text-align:${u[t]}`]]);let r=e.push(`inline`,``,0);r.content=l[t].trim(),r.children=[],e.push(`th_close`,`th`,-1)}e.push(`tr_close`,`tr`,-1),e.push(`thead_close`,`thead`,-1);let v,y=0;for(i=t+2;i<n&&!(e.sCount[i]<e.blkIndent);i++){let r=!1;for(let t=0,a=p.length;t<a;t++)if(p[t](e,i,n,!0)){r=!0;break}if(r||(c=Ii(e,i).trim(),!c)||e.sCount[i]-e.blkIndent>=4||(l=Li(c),l.length&&l[0]===``&&l.shift(),l.length&&l[l.length-1]===``&&l.pop(),y+=d-l.length,y>Fi))break;if(i===t+2){let n=e.push(`tbody_open`,`tbody`,1);n.map=v=[t+2,0]}let a=e.push(`tr_open`,`tr`,1);a.map=[i,i+1];for(let t=0;t<d;t++){let n=e.push(`td_open`,`td`,1);u[t]&&(n.attrs=[[`style`,`text-align:${u[t]}`]]);let r=e.push(`inline`,``,0);r.content=l[t]?l[t].trim():``,r.children=[],e.push(`td_close`,`td`,-1)}e.push(`tr_close`,`tr`,-1)}return v&&(e.push(`tbody_close`,`tbody`,-1),v[1]=i),e.push(`table_close`,`table`,-1),h[1]=i,e.parentType=f,e.line=i,!0}function zi(e,t,n){if(e.sCount[t]-e.blkIndent<4)return!1;let r=t+1,i=r;for(;r<n;)if(e.isEmpty(r))r++;else if(e.sCount[r]-e.blkIndent>=4)r++,i=r;else break;e.line=i;let a=e.push(`code_block`,`code`,0);return a.content=e.getLines(t,i,4+e.blkIndent,!1)+`
`,a.map=[t,e.line],!0}function Bi(e,t,n,r){let i=e.bMarks[t]+e.tShift[t],a=e.eMarks[t];if(e.sCount[t]-e.blkIndent>=4||i+3>a)return!1;let o=e.src.charCodeAt(i);if(o!==126&&o!==96)return!1;let s=i;i=e.skipChars(i,o);let c=i-s;if(c<3)return!1;let l=e.src.slice(s,i),u=e.src.slice(i,a);if(o===96&&u.indexOf(String.fromCharCode(o))>=0)return!1;if(r)return!0;let d=t,f=!1;for(;d++,!(d>=n||(i=s=e.bMarks[d]+e.tShift[d],a=e.eMarks[d],i<a&&e.sCount[d]<e.blkIndent));)if(e.src.charCodeAt(i)===o&&!(e.sCount[d]-e.blkIndent>=4)&&(i=e.skipChars(i,o),!(i-s<c)&&(i=e.skipSpaces(i),!(i<a)))){f=!0;break}c=e.sCount[t],e.line=d+ +!!f;let p=e.push(`fence`,`code`,0);return p.info=u,p.content=e.getLines(t+1,d,c,!0),p.markup=l,p.map=[t,e.line],!0}function Vi(e,t,n,r){let i=e.bMarks[t]+e.tShift[t],a=e.eMarks[t],o=e.lineMax;if(e.sCount[t]-e.blkIndent>=4||e.src.charCodeAt(i)!==62)return!1;if(r)return!0;let s=[],c=[],l=[],u=[],d=e.md.block.ruler.getRules(`blockquote`),f=e.parentType;e.parentType=`blockquote`;let p=!1,m;for(m=t;m<n;m++){let t=e.sCount[m]<e.blkIndent;if(i=e.bMarks[m]+e.tShift[m],a=e.eMarks[m],i>=a)break;if(e.src.charCodeAt(i++)===62&&!t){let t=e.sCount[m]+1,n,r;e.src.charCodeAt(i)===32?(i++,t++,r=!1,n=!0):e.src.charCodeAt(i)===9?(n=!0,(e.bsCount[m]+t)%4==3?(i++,t++,r=!1):r=!0):n=!1;let o=t;for(s.push(e.bMarks[m]),e.bMarks[m]=i;i<a;){let t=e.src.charCodeAt(i);if(Lr(t))t===9?o+=4-(o+e.bsCount[m]+ +!!r)%4:o++;else break;i++}p=i>=a,c.push(e.bsCount[m]),e.bsCount[m]=e.sCount[m]+1+ +!!n,l.push(e.sCount[m]),e.sCount[m]=o-t,u.push(e.tShift[m]),e.tShift[m]=i-e.bMarks[m];continue}if(p)break;let r=!1;for(let t=0,i=d.length;t<i;t++)if(d[t](e,m,n,!0)){r=!0;break}if(r){e.lineMax=m,e.blkIndent!==0&&(s.push(e.bMarks[m]),c.push(e.bsCount[m]),u.push(e.tShift[m]),l.push(e.sCount[m]),e.sCount[m]-=e.blkIndent);break}s.push(e.bMarks[m]),c.push(e.bsCount[m]),u.push(e.tShift[m]),l.push(e.sCount[m]),e.sCount[m]=-1}let h=e.blkIndent;e.blkIndent=0;let g=e.push(`blockquote_open`,`blockquote`,1);g.markup=`>`;let _=[t,0];g.map=_,e.md.block.tokenize(e,t,m);let v=e.push(`blockquote_close`,`blockquote`,-1);v.markup=`>`,e.lineMax=o,e.parentType=f,_[1]=e.line;for(let n=0;n<u.length;n++)e.bMarks[n+t]=s[n],e.tShift[n+t]=u[n],e.sCount[n+t]=l[n],e.bsCount[n+t]=c[n];return e.blkIndent=h,!0}function Hi(e,t,n,r){let i=e.eMarks[t];if(e.sCount[t]-e.blkIndent>=4)return!1;let a=e.bMarks[t]+e.tShift[t],o=e.src.charCodeAt(a++);if(o!==42&&o!==45&&o!==95)return!1;let s=1;for(;a<i;){let t=e.src.charCodeAt(a++);if(t!==o&&!Lr(t))return!1;t===o&&s++}if(s<3)return!1;if(r)return!0;e.line=t+1;let c=e.push(`hr`,`hr`,0);return c.map=[t,e.line],c.markup=Array(s+1).join(String.fromCharCode(o)),!0}function Ui(e,t){let n=e.eMarks[t],r=e.bMarks[t]+e.tShift[t],i=e.src.charCodeAt(r++);return i!==42&&i!==45&&i!==43||r<n&&!Lr(e.src.charCodeAt(r))?-1:r}function Wi(e,t){let n=e.bMarks[t]+e.tShift[t],r=e.eMarks[t],i=n;if(i+1>=r)return-1;let a=e.src.charCodeAt(i++);if(a<48||a>57)return-1;for(;;){if(i>=r)return-1;if(a=e.src.charCodeAt(i++),a>=48&&a<=57){if(i-n>=10)return-1}else{if(a===41||a===46)break;return-1}}return i<r&&(a=e.src.charCodeAt(i),!Lr(a))?-1:i}function Gi(e,t){let n=e.level+2;for(let r=t+2,i=e.tokens.length-2;r<i;r++)e.tokens[r].level===n&&e.tokens[r].type===`paragraph_open`&&(e.tokens[r+2].hidden=!0,e.tokens[r].hidden=!0,r+=2)}function Ki(e,t,n,r){let i,a,o,s,c=t,l=!0;if(e.sCount[c]-e.blkIndent>=4||e.listIndent>=0&&e.sCount[c]-e.listIndent>=4&&e.sCount[c]<e.blkIndent)return!1;let u=!1;r&&e.parentType===`paragraph`&&e.sCount[c]>=e.blkIndent&&(u=!0);let d,f,p;if((p=Wi(e,c))>=0){if(d=!0,o=e.bMarks[c]+e.tShift[c],f=Number(e.src.slice(o,p-1)),u&&f!==1)return!1}else if((p=Ui(e,c))>=0)d=!1;else return!1;if(u&&e.skipSpaces(p)>=e.eMarks[c])return!1;if(r)return!0;let m=e.src.charCodeAt(p-1),h=e.tokens.length;d?(s=e.push(`ordered_list_open`,`ol`,1),f!==1&&(s.attrs=[[`start`,f]])):s=e.push(`bullet_list_open`,`ul`,1);let g=[c,0];s.map=g,s.markup=String.fromCharCode(m);let _=!1,v=e.md.block.ruler.getRules(`list`),y=e.parentType;for(e.parentType=`list`;c<n;){a=p,i=e.eMarks[c];let t=e.sCount[c]+p-(e.bMarks[c]+e.tShift[c]),r=t;for(;a<i;){let t=e.src.charCodeAt(a);if(t===9)r+=4-(r+e.bsCount[c])%4;else if(t===32)r++;else break;a++}let u=a,f;f=u>=i?1:r-t,f>4&&(f=1);let h=t+f;s=e.push(`list_item_open`,`li`,1),s.markup=String.fromCharCode(m);let g=[c,0];s.map=g,d&&(s.info=e.src.slice(o,p-1));let y=e.tight,b=e.tShift[c],x=e.sCount[c],S=e.listIndent;if(e.listIndent=e.blkIndent,e.blkIndent=h,e.tight=!0,e.tShift[c]=u-e.bMarks[c],e.sCount[c]=r,u>=i&&e.isEmpty(c+1)?e.line=Math.min(e.line+2,n):e.md.block.tokenize(e,c,n),(!e.tight||_)&&(l=!1),_=e.line-c>1&&e.isEmpty(e.line-1),e.blkIndent=e.listIndent,e.listIndent=S,e.tShift[c]=b,e.sCount[c]=x,e.tight=y,s=e.push(`list_item_close`,`li`,-1),s.markup=String.fromCharCode(m),c=e.line,g[1]=c,c>=n||e.sCount[c]<e.blkIndent||e.sCount[c]-e.blkIndent>=4)break;let C=!1;for(let t=0,r=v.length;t<r;t++)if(v[t](e,c,n,!0)){C=!0;break}if(C)break;if(d){if(p=Wi(e,c),p<0)break;o=e.bMarks[c]+e.tShift[c]}else if(p=Ui(e,c),p<0)break;if(m!==e.src.charCodeAt(p-1))break}return s=d?e.push(`ordered_list_close`,`ol`,-1):e.push(`bullet_list_close`,`ul`,-1),s.markup=String.fromCharCode(m),g[1]=c,e.line=c,e.parentType=y,l&&Gi(e,h),!0}var qi=999;function Ji(e){let t=e.length;for(let n=0;n<e.length-1;n++){let r=e.charCodeAt(n);if(r<55296||r>56319)continue;let i=e.charCodeAt(n+1);i>=56320&&i<=57343&&(t--,n++)}return t}function Yi(e,t){return Math.min(e.eMarks[t]+1,e.src.length)}function Xi(e,t){let n=e.lineMax;if(t>=n||e.isEmpty(t))return-1;let r=!1;if(e.sCount[t]-e.blkIndent>3&&(r=!0),e.sCount[t]<0&&(r=!0),!r){let r=e.md.block.ruler.getRules(`reference`),i=e.parentType;e.parentType=`reference`;let a=!1;for(let i=0,o=r.length;i<o;i++)if(r[i](e,t,n,!0)){a=!0;break}if(e.parentType=i,a)return-1}return e.bMarks[t]+e.tShift[t]}function Zi(e,t,n,r){let i=e.src,a=e.bMarks[t]+e.tShift[t],o=t+1;if(e.sCount[t]-e.blkIndent>=4||i.charCodeAt(a)!==91)return!1;let s=Yi(e,t),c=``,l=-1,u=++a;for(;a<s;){if(c.length+a-u>qi*2)return!1;let t=i.charCodeAt(a);if(t===91)return!1;if(t===93){l=a;break}if(t===92&&(t=i.charCodeAt(++a)),t===10&&a<s){let t=Xi(e,o);if(t<0)return!1;c+=i.slice(u,s),a=u=t,s=Yi(e,o++)}else a++}if(l<0||i.charCodeAt(l+1)!==58||(c+=i.slice(u,l),c.length>qi&&Ji(c)>qi))return!1;for(a=l+2;a<s;){let t=i.charCodeAt(a);if(t===10){let t=Xi(e,o);if(t<0)break;a=t,s=Yi(e,o++)}else if(Lr(t))a++;else break}let d=e.md.helpers.parseLinkDestination(i,a,s);if(!d.ok)return!1;let f=e.md.normalizeLink(d.str);if(!e.md.validateLink(f))return!1;a=d.pos;let p=a,m=s,h=o;for(;a<s;){let t=i.charCodeAt(a);if(t===10){let t=Xi(e,o);if(t<0)break;a=t,s=Yi(e,o++)}else if(Lr(t))a++;else break}let g=a,_=e.md.helpers.parseLinkTitle(i,a,s);for(;_.can_continue;){let t=Xi(e,o);if(t<0)break;a=t,s=Yi(e,o++),_=e.md.helpers.parseLinkTitle(i,a,s,_)}let v;for(g!==p&&_.ok?(v=_.str,a=_.pos):(v=``,a=p,s=m,o=h);a<s&&Lr(i.charCodeAt(a));)a++;if(a<s&&i.charCodeAt(a)!==10&&v)for(v=``,a=p,s=m,o=h;a<s&&Lr(i.charCodeAt(a));)a++;if(a<s&&i.charCodeAt(a)!==10)return!1;let y=Hr(c);if(!y)return!1;if(r)return!0;e.env.references===void 0&&(e.env.references={}),e.env.references[y]===void 0&&(e.env.references[y]={title:v,href:f});let b=e.push(`reference_definition`,``,0);b.map=[t,o],b.hidden=!0;let x=Object.create(null);return x.label=y,b.meta=x,e.line=o,!0}var Qi=`address.article.aside.base.basefont.blockquote.body.caption.center.col.colgroup.dd.details.dialog.dir.div.dl.dt.fieldset.figcaption.figure.footer.form.frame.frameset.h1.h2.h3.h4.h5.h6.head.header.hr.html.iframe.legend.li.link.main.menu.menuitem.nav.noframes.ol.optgroup.option.p.param.search.section.summary.table.tbody.td.tfoot.th.thead.title.tr.track.ul`.split(`.`),$i=`<[A-Za-z][A-Za-z0-9\\-]*(?:\\s+[a-zA-Z_:][a-zA-Z0-9:._-]*(?:\\s*=\\s*(?:[^"'=<>\`\\x00-\\x20]+|'[^']*'|"[^"]*"))?)*\\s*\\/?>`,ea=`<\\/[A-Za-z][A-Za-z0-9\\-]*\\s*>`;RegExp(`^(?:${$i}|${ea}|<!---?>|<!--(?:[^-]|-[^-]|--[^>])*-->|<[?][\\s\\S]*?[?]>|<![A-Za-z][^>]*>|<!\\[CDATA\\[[\\s\\S]*?\\]\\]>)`);var ta=RegExp(`^(?:${$i}|${ea})`),na=[[/^<(script|pre|style|textarea)(?=(\s|>|$))/i,/<\/(script|pre|style|textarea)>/i,!0],[/^<!--/,/-->/,!0],[/^<\?/,/\?>/,!0],[/^<![A-Za-z]/,/>/,!0],[/^<!\[CDATA\[/,/\]\]>/,!0],[RegExp(`^</?(${Qi.join(`|`)})(?=(\\s|/?>|$))`,`i`),/^$/,!0],[RegExp(`${ta.source}\\s*$`),/^$/,!1]];function ra(e,t,n,r){let i=e.bMarks[t]+e.tShift[t],a=e.eMarks[t];if(e.sCount[t]-e.blkIndent>=4||!e.md.options.html||e.src.charCodeAt(i)!==60)return!1;let o=e.src.slice(i,a),s=0;for(;s<na.length&&!na[s][0].test(o);s++);if(s===na.length)return!1;if(r)return na[s][2];let c=t+1,l=na[s][1].test(``);if(!na[s][1].test(o)){for(;c<n&&!(e.sCount[c]<e.blkIndent&&(l||!e.isEmpty(c)));c++)if(i=e.bMarks[c]+e.tShift[c],a=e.eMarks[c],o=e.src.slice(i,a),na[s][1].test(o)){o.length!==0&&c++;break}}e.line=c;let u=e.push(`html_block`,``,0);return u.map=[t,c],u.content=e.getLines(t,c,e.blkIndent,!0),!0}function ia(e,t,n,r){let i=e.bMarks[t]+e.tShift[t],a=e.eMarks[t];if(e.sCount[t]-e.blkIndent>=4)return!1;let o=e.src.charCodeAt(i);if(o!==35||i>=a)return!1;let s=1;for(o=e.src.charCodeAt(++i);o===35&&i<a&&s<=6;)s++,o=e.src.charCodeAt(++i);if(s>6||i<a&&!Lr(o))return!1;if(r)return!0;a=e.skipSpacesBack(a,i);let c=e.skipCharsBack(a,35,i);c>i&&Lr(e.src.charCodeAt(c-1))&&(a=c),e.line=t+1;let l=e.push(`heading_open`,`h${s}`,1);l.markup=`########`.slice(0,s),l.map=[t,e.line];let u=e.push(`inline`,``,0);u.content=Wr(e.src.slice(i,a)),u.map=[t,e.line],u.children=[];let d=e.push(`heading_close`,`h${s}`,-1);return d.markup=`########`.slice(0,s),!0}function aa(e,t,n){let r=e.md.block.ruler.getRules(`paragraph`);if(e.sCount[t]-e.blkIndent>=4)return!1;let i=e.parentType;e.parentType=`paragraph`;let a=0,o,s=t+1;for(;s<n&&!e.isEmpty(s);s++){if(e.sCount[s]-e.blkIndent>3)continue;if(e.sCount[s]>=e.blkIndent){let t=e.bMarks[s]+e.tShift[s],n=e.eMarks[s];if(t<n&&(o=e.src.charCodeAt(t),(o===45||o===61)&&(t=e.skipChars(t,o),t=e.skipSpaces(t),t>=n))){a=o===61?1:2;break}}if(e.sCount[s]<0)continue;let t=!1;for(let i=0,a=r.length;i<a;i++)if(r[i](e,s,n,!0)){t=!0;break}if(t)break}if(!a)return e.parentType=i,!1;let c=Wr(e.getLines(t,s,e.blkIndent,!1));e.line=s+1;let l=e.push(`heading_open`,`h${a}`,1);l.markup=String.fromCharCode(o),l.map=[t,e.line];let u=e.push(`inline`,``,0);u.content=c,u.map=[t,e.line-1],u.children=[];let d=e.push(`heading_close`,`h${a}`,-1);return d.markup=String.fromCharCode(o),e.parentType=i,!0}function oa(e,t,n){let r=e.md.block.ruler.getRules(`paragraph`),i=e.parentType,a=t+1;for(e.parentType=`paragraph`;a<n&&!e.isEmpty(a);a++){if(e.sCount[a]-e.blkIndent>3||e.sCount[a]<0)continue;let t=!1;for(let i=0,o=r.length;i<o;i++)if(r[i](e,a,n,!0)){t=!0;break}if(t)break}let o=Wr(e.getLines(t,a,e.blkIndent,!1));e.line=a;let s=e.push(`paragraph_open`,`p`,1);s.map=[t,e.line];let c=e.push(`inline`,``,0);return c.content=o,c.map=[t,e.line],c.children=[],e.push(`paragraph_close`,`p`,-1),e.parentType=i,!0}var sa=[[`table`,Ri,[`paragraph`,`reference`]],[`code`,zi],[`fence`,Bi,[`paragraph`,`reference`,`blockquote`,`list`]],[`blockquote`,Vi,[`paragraph`,`reference`,`blockquote`,`list`]],[`hr`,Hi,[`paragraph`,`reference`,`blockquote`,`list`]],[`list`,Ki,[`paragraph`,`reference`,`blockquote`]],[`reference`,Zi],[`html_block`,ra,[`paragraph`,`reference`,`blockquote`]],[`heading`,ia,[`paragraph`,`reference`,`blockquote`]],[`lheading`,aa],[`paragraph`,oa]],ca=class{constructor(){q(this,`ruler`,new ei),q(this,`State`,Pi);for(let e=0;e<sa.length;e++)this.ruler.push(sa[e][0],sa[e][1],{alt:(sa[e][2]||[]).slice()})}tokenize(e,t,n){let r=this.ruler.getRules(``),i=r.length,a=e.md.options.maxNesting,o=t,s=!1;for(;o<n&&(e.line=o=e.skipEmptyLines(o),!(o>=n||e.sCount[o]<e.blkIndent));){if(e.level>=a){e.line=n;break}let t=e.line,c=!1;for(let a=0;a<i;a++)if(c=r[a](e,o,n,!1),c){if(t>=e.line)throw Error(`block rule didn't increment state.line`);break}if(!c)throw Error(`none of the block rules matched`);e.tight=!s,e.isEmpty(e.line-1)&&(s=!0),o=e.line,o<n&&e.isEmpty(o)&&(s=!0,o++,e.line=o)}}parse(e,t,n,r){if(!e)return;let i=new this.State(e,t,n,r);this.tokenize(i,i.line,i.lineMax)}},la=class{constructor(e,t,n,r){q(this,`pos`,0),q(this,`level`,0),q(this,`pending`,``),q(this,`pendingLevel`,0),q(this,`cache`,{}),q(this,`backticks`,{}),q(this,`backticksScanned`,!1),q(this,`skipHtmlSpecial`,!1),q(this,`linkLevel`,0),q(this,`delimiters`,[]),q(this,`_prev_delimiters`,[]),q(this,`Token`,$r),this.src=e,this.env=n,this.md=t,this.tokens=r,this.tokens_meta=Array(r.length),this.posMax=this.src.length}pushPending(){let e=new $r(`text`,``,0);return e.content=this.pending,e.level=this.pendingLevel,this.tokens.push(e),this.pending=``,e}push(e,t,n){this.pending&&this.pushPending();let r=new $r(e,t,n),i;return n<0&&(this.level--,this.delimiters=this._prev_delimiters.pop()),r.level=this.level,n>0&&(this.level++,this._prev_delimiters.push(this.delimiters),this.delimiters=[],i={delimiters:this.delimiters}),this.pendingLevel=this.level,this.tokens.push(r),this.tokens_meta.push(i),r}scanDelims(e,t){let n=this.posMax,r=this.src.charCodeAt(e),i;if(e===0)i=32;else if(e===1)i=this.src.charCodeAt(0),(i&63488)==55296&&(i=65533);else if(i=this.src.charCodeAt(e-1),(i&64512)==56320){let t=this.src.charCodeAt(e-2);i=(t&64512)==55296?65536+(t-55296<<10)+(i-56320):65533}else(i&64512)==55296&&(i=65533);let a=e;for(;a<n&&this.src.charCodeAt(a)===r;)a++;let o=a-e,s=a<n?this.src.charCodeAt(a):32;if((s&64512)==55296){let e=this.src.charCodeAt(a+1);s=(e&64512)==56320?65536+(s-55296<<10)+(e-56320):65533}else(s&64512)==56320&&(s=65533);let c=Vr(i)||Br(i),l=Vr(s)||Br(s),u=Rr(i),d=Rr(s),f=!d&&(!l||u||c),p=!u&&(!c||d||l);return{can_open:f&&(t||!p||c),can_close:p&&(t||!f||l),length:o}}};function ua(e){switch(e){case 10:case 33:case 35:case 36:case 37:case 38:case 42:case 43:case 45:case 58:case 60:case 61:case 62:case 64:case 91:case 92:case 93:case 94:case 95:case 96:case 123:case 125:case 126:return!0;default:return!1}}function da(e,t){let n=e.pos;for(;n<e.posMax&&!ua(e.src.charCodeAt(n));)n++;return n!==e.pos&&(t||(e.pending+=e.src.slice(e.pos,n)),e.pos=n,!0)}function fa(e){return e>=65&&e<=90||e>=97&&e<=122}function pa(e){return e>=65&&e<=90||e>=97&&e<=122||e>=48&&e<=57||e===43||e===45||e===46}function ma(e,t){if(!e.md.options.linkify||e.linkLevel>0)return!1;let n=e.pos,r=e.posMax;if(n+3>r||e.src.charCodeAt(n)!==58||e.src.charCodeAt(n+1)!==47||e.src.charCodeAt(n+2)!==47)return!1;let i=n-Math.min(10,e.pending.length,n),a=n;for(;a>i&&pa(e.src.charCodeAt(a-1));)a--;if(a===n||!fa(e.src.charCodeAt(a)))return!1;let o=n-a,s=e.md.linkify.matchAtStart(e.src.slice(a));if(!s)return!1;let c=s.url;if(c.length<=o)return!1;let l=c.length;for(;l>0&&c.charCodeAt(l-1)===42;)l--;l!==c.length&&(c=c.slice(0,l));let u=e.md.normalizeLink(c);if(!e.md.validateLink(u))return!1;if(!t){e.pending=e.pending.slice(0,-o);let t=e.push(`link_open`,`a`,1);t.attrs=[[`href`,u]],t.markup=`linkify`,t.info=`auto`;let n=e.push(`text`,``,0);n.content=e.md.normalizeLinkText(c);let r=e.push(`link_close`,`a`,-1);r.markup=`linkify`,r.info=`auto`}return e.pos+=c.length-o,!0}function ha(e,t){let n=e.pos;if(e.src.charCodeAt(n)!==10)return!1;let r=e.pending.length-1,i=e.posMax;if(!t){if(r>=0&&e.pending.charCodeAt(r)===32){if(r>=1&&e.pending.charCodeAt(r-1)===32){let t=r-1;for(;t>=1&&e.pending.charCodeAt(t-1)===32;)t--;e.pending=e.pending.slice(0,t),e.push(`hardbreak`,`br`,0)}else e.pending=e.pending.slice(0,-1),e.push(`softbreak`,`br`,0)}else e.push(`softbreak`,`br`,0)}for(n++;n<i&&Lr(e.src.charCodeAt(n));)n++;return e.pos=n,!0}var ga=[];for(let e=0;e<256;e++)ga.push(0);`\\!"#$%&'()*+,./:;<=>?@[]^_\`{|}~-`.split(``).forEach(function(e){ga[e.charCodeAt(0)]=1});function _a(e,t){let n=e.pos,r=e.posMax;if(e.src.charCodeAt(n)!==92||(n++,n>=r))return!1;let i=e.src.charCodeAt(n);if(i===10){for(t||e.push(`hardbreak`,`br`,0),n++;n<r&&(i=e.src.charCodeAt(n),Lr(i));)n++;return e.pos=n,!0}if(i===32){if(!t){let t=e.push(`text_special`,``,0);t.content=`\\`,t.markup=`\\`,t.info=`escape`}return e.pos=n,!0}let a=e.src[n];if(i>=55296&&i<=56319&&n+1<r){let t=e.src.charCodeAt(n+1);t>=56320&&t<=57343&&(a+=e.src[n+1],n++)}let o=`\\`+a;if(!t){let t=e.push(`text_special`,``,0);t.content=i<256&&ga[i]!==0?a:o,t.markup=o,t.info=`escape`}return e.pos=n+1,!0}function va(e){let t={},n=0;for(;(n=e.indexOf("`",n))!==-1;){let r=n;for(;e.charCodeAt(++n)===96;);t[n-r]=r}return t}function ya(e,t){let n=e.pos;if(e.src.charCodeAt(n)!==96)return!1;let r=e.posMax,i=n+1;for(;i<r&&e.src.charCodeAt(i)===96;)i++;let a=e.src.slice(n,i),o=a.length;if(e.backticksScanned||=(e.backticks=va(e.src),!0),(e.backticks[o]??-1)>=i){let n=i,s;for(;(s=e.src.indexOf("`",n))!==-1&&s<r;){for(n=s+1;e.src.charCodeAt(n)===96;)n++;if(n>r)break;if(n-s===o){if(!t){let t=e.push(`code_inline`,`code`,0);t.markup=a;let n=e.src.slice(i,s).replace(/\n/g,` `);n.startsWith(` `)&&n.endsWith(` `)&&/[^ ]/.test(n)&&(n=n.slice(1,-1)),t.content=n}return e.pos=n,!0}}}return t||(e.pending+=a),e.pos=i,!0}function ba(e,t){let n=e.pos,r=e.src.charCodeAt(n);if(t||r!==126)return!1;let i=e.scanDelims(e.pos,!0),a=i.length,o=String.fromCharCode(r);if(a<2)return!1;let s;a%2&&(s=e.push(`text`,``,0),s.content=o,a--);for(let t=0;t<a;t+=2)s=e.push(`text`,``,0),s.content=o+o,e.delimiters.push({marker:r,length:0,token:e.tokens.length-1,end:-1,open:i.can_open,close:i.can_close});return e.pos+=i.length,!0}function xa(e,t){let n,r=[],i=t.length;for(let a=0;a<i;a++){let i=t[a];if(i.marker!==126||i.end===-1)continue;let o=t[i.end];n=e.tokens[i.token],n.type=`s_open`,n.tag=`s`,n.nesting=1,n.markup=`~~`,n.content=``,n=e.tokens[o.token],n.type=`s_close`,n.tag=`s`,n.nesting=-1,n.markup=`~~`,n.content=``,e.tokens[o.token-1].type===`text`&&e.tokens[o.token-1].content===`~`&&r.push(o.token-1)}for(;r.length;){let t=r.pop(),i=t+1;for(;i<e.tokens.length&&e.tokens[i].type===`s_close`;)i++;i--,t!==i&&(n=e.tokens[i],e.tokens[i]=e.tokens[t],e.tokens[t]=n)}}function Sa(e){let t=e.tokens_meta,n=e.tokens_meta.length;xa(e,e.delimiters);for(let r=0;r<n;r++){let n=t[r]?.delimiters;n&&xa(e,n)}}var Ca={tokenize:ba,postProcess:Sa};function wa(e,t){let n=e.pos,r=e.src.charCodeAt(n);if(t||r!==95&&r!==42)return!1;let i=e.scanDelims(e.pos,r===42);for(let t=0;t<i.length;t++){let t=e.push(`text`,``,0);t.content=String.fromCharCode(r),e.delimiters.push({marker:r,length:i.length,token:e.tokens.length-1,end:-1,open:i.can_open,close:i.can_close})}return e.pos+=i.length,!0}function Ta(e,t){let n=t.length;for(let r=n-1;r>=0;r--){let n=t[r];if(n.marker!==95&&n.marker!==42||n.end===-1)continue;let i=t[n.end],a=r>0&&t[r-1].end===n.end+1&&t[r-1].marker===n.marker&&t[r-1].token===n.token-1&&t[n.end+1].token===i.token+1,o=String.fromCharCode(n.marker),s=e.tokens[n.token];s.type=a?`strong_open`:`em_open`,s.tag=a?`strong`:`em`,s.nesting=1,s.markup=a?o+o:o,s.content=``;let c=e.tokens[i.token];c.type=a?`strong_close`:`em_close`,c.tag=a?`strong`:`em`,c.nesting=-1,c.markup=a?o+o:o,c.content=``,a&&(e.tokens[t[r-1].token].content=``,e.tokens[t[n.end+1].token].content=``,r--)}}function Ea(e){let t=e.tokens_meta,n=e.tokens_meta.length;Ta(e,e.delimiters);for(let r=0;r<n;r++){let n=t[r]?.delimiters;n&&Ta(e,n)}}var Da={tokenize:wa,postProcess:Ea};function Oa(e,t){let n,r,i,a,o=``,s=``,c=e.pos,l=!0;if(e.src.charCodeAt(e.pos)!==91)return!1;let u=e.pos,d=e.posMax,f=e.pos+1,p=e.md.helpers.parseLinkLabel(e,e.pos,!0);if(p<0)return!1;let m=p+1;if(m<d&&e.src.charCodeAt(m)===40){for(l=!1,m++;m<d&&(n=e.src.charCodeAt(m),Lr(n)||n===10);m++);if(m>=d)return!1;if(c=m,i=e.md.helpers.parseLinkDestination(e.src,m,e.posMax),i.ok){for(o=e.md.normalizeLink(i.str),e.md.validateLink(o)?m=i.pos:o=``,c=m;m<d&&(n=e.src.charCodeAt(m),Lr(n)||n===10);m++);if(i=e.md.helpers.parseLinkTitle(e.src,m,e.posMax),m<d&&c!==m&&i.ok)for(s=i.str,m=i.pos;m<d&&(n=e.src.charCodeAt(m),Lr(n)||n===10);m++);}(m>=d||e.src.charCodeAt(m)!==41)&&(l=!0),m++}if(l){if(e.env.references===void 0)return!1;if(m<d&&e.src.charCodeAt(m)===91?(c=m+1,m=e.md.helpers.parseLinkLabel(e,m),m>=0?r=e.src.slice(c,m++):m=p+1):m=p+1,r||=e.src.slice(f,p),r=Hr(r),a=e.env.references[r],!a)return e.pos=u,!1;o=a.href,s=a.title}if(!t){e.pos=f,e.posMax=p;let t=e.push(`link_open`,`a`,1),n=[[`href`,o]];if(t.attrs=n,s&&n.push([`title`,s]),r){let e=Object.create(null);e.label=r,t.meta=e}e.linkLevel++,e.md.inline.tokenize(e),e.linkLevel--,e.push(`link_close`,`a`,-1)}return e.pos=m,e.posMax=d,!0}function ka(e,t){let n,r,i,a,o,s,c,l,u=``,d=e.pos,f=e.posMax;if(e.src.charCodeAt(e.pos)!==33||e.src.charCodeAt(e.pos+1)!==91)return!1;let p=e.pos+2,m=e.md.helpers.parseLinkLabel(e,e.pos+1,!1);if(m<0)return!1;if(a=m+1,a<f&&e.src.charCodeAt(a)===40){for(a++;a<f&&(n=e.src.charCodeAt(a),Lr(n)||n===10);a++);if(a>=f)return!1;for(l=a,s=e.md.helpers.parseLinkDestination(e.src,a,e.posMax),s.ok&&(u=e.md.normalizeLink(s.str),e.md.validateLink(u)?a=s.pos:u=``),l=a;a<f&&(n=e.src.charCodeAt(a),Lr(n)||n===10);a++);if(s=e.md.helpers.parseLinkTitle(e.src,a,e.posMax),a<f&&l!==a&&s.ok)for(c=s.str,a=s.pos;a<f&&(n=e.src.charCodeAt(a),Lr(n)||n===10);a++);else c=``;if(a>=f||e.src.charCodeAt(a)!==41)return e.pos=d,!1;a++}else{if(e.env.references===void 0)return!1;if(a<f&&e.src.charCodeAt(a)===91?(l=a+1,a=e.md.helpers.parseLinkLabel(e,a),a>=0?i=e.src.slice(l,a++):a=m+1):a=m+1,i||=e.src.slice(p,m),i=Hr(i),o=e.env.references[i],!o)return e.pos=d,!1;u=o.href,c=o.title}if(!t){r=e.src.slice(p,m);let t=[];e.md.inline.parse(r,e.md,e.env,t);let n=e.push(`image`,`img`,0),a=[[`src`,u],[`alt`,``]];if(n.attrs=a,n.children=t,n.content=r,c&&a.push([`title`,c]),i){let e=Object.create(null);e.label=i,n.meta=e}}return e.pos=a,e.posMax=f,!0}var Aa=/^([a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*)$/,ja=/^([a-zA-Z][a-zA-Z0-9+.-]{1,31}):([^<>\x00-\x20]*)$/;function Ma(e,t){let n=e.pos;if(e.src.charCodeAt(n)!==60)return!1;let r=e.pos,i=e.posMax;for(;;){if(++n>=i)return!1;let t=e.src.charCodeAt(n);if(t===60)return!1;if(t===62)break}let a=e.src.slice(r+1,n);if(ja.test(a)){let n=e.md.normalizeLink(a);if(!e.md.validateLink(n))return!1;if(!t){let t=e.push(`link_open`,`a`,1);t.attrs=[[`href`,n]],t.markup=`autolink`,t.info=`auto`;let r=e.push(`text`,``,0);r.content=e.md.normalizeLinkText(a);let i=e.push(`link_close`,`a`,-1);i.markup=`autolink`,i.info=`auto`}return e.pos+=a.length+2,!0}if(Aa.test(a)){let n=e.md.normalizeLink(`mailto:${a}`);if(!e.md.validateLink(n))return!1;if(!t){let t=e.push(`link_open`,`a`,1);t.attrs=[[`href`,n]],t.markup=`autolink`,t.info=`auto`;let r=e.push(`text`,``,0);r.content=e.md.normalizeLinkText(a);let i=e.push(`link_close`,`a`,-1);i.markup=`autolink`,i.info=`auto`}return e.pos+=a.length+2,!0}return!1}function Na(e){return/^<a[>\s]/i.test(e)}function Pa(e){return/^<\/a\s*>/i.test(e)}function Fa(e){let t=e|32;return t>=97&&t<=122}function Ia(e,t){let n=e.src,r,i;if(n.startsWith(`<!--`,t)){if(n.startsWith(`>`,t+4))return t+5;if(n.startsWith(`->`,t+4))return t+6;r=t+4,i=`-->`}else if(n.startsWith(`<![CDATA[`,t))r=t+9,i=`]]>`;else if(n.charCodeAt(t+1)===63)r=t+2,i=`?>`;else if(Fa(n.charCodeAt(t+2)))r=t+3,i=`>`;else return-1;if(e.skipHtmlSpecial)return-1;let a=n.indexOf(i,r);return a<0?(e.skipHtmlSpecial=!0,-1):a+i.length}function La(e,t){if(!e.md.options.html)return!1;let n=e.posMax,r=e.pos;if(e.src.charCodeAt(r)!==60||r+2>=n)return!1;let i,a=e.src.charCodeAt(r+1);if(a===33||a===63)i=Ia(e,r);else if(a===47||Fa(a)){let t=e.src.slice(r).match(ta);i=t?r+t[0].length:-1}else return!1;if(i<0)return!1;if(!t){let t=e.push(`html_inline`,``,0);t.content=e.src.slice(r,i),Na(t.content)&&e.linkLevel++,Pa(t.content)&&e.linkLevel--}return e.pos=i,!0}var Ra=/^&#((?:x[a-f0-9]{1,6}|[0-9]{1,7}));/i,za=/^&([a-z][a-z0-9]{1,31});/i;function Ba(e,t){let n=e.pos,r=e.posMax;if(e.src.charCodeAt(n)!==38||n+1>=r)return!1;if(e.src.charCodeAt(n+1)===35){let r=e.src.slice(n).match(Ra);if(r){if(!t){let t=r[1][0].toLowerCase()===`x`?parseInt(r[1].slice(1),16):parseInt(r[1],10),n=e.push(`text_special`,``,0);n.content=Sr(t)?Cr(t):Cr(65533),n.markup=r[0],n.info=`entity`}return e.pos+=r[0].length,!0}}else{let r=e.src.slice(n).match(za);if(r){let n=Pn(r[0]);if(n!==r[0]){if(!t){let t=e.push(`text_special`,``,0);t.content=n,t.markup=r[0],t.info=`entity`}return e.pos+=r[0].length,!0}}}return!1}function Va(e){let t={},n=e.length;if(!n)return;let r=0,i=-2,a=[];for(let o=0;o<n;o++){let n=e[o];if(a.push(0),(e[r].marker!==n.marker||i!==n.token-1)&&(r=o),i=n.token,n.length=n.length||0,!n.close)continue;t.hasOwnProperty(n.marker)||(t[n.marker]=[-1,-1,-1,-1,-1,-1]);let s=t[n.marker][(n.open?3:0)+n.length%3],c=r-a[r]-1,l=c;for(;c>s;c-=a[c]+1){let t=e[c];if(t.marker===n.marker&&t.open&&t.end<0){let r=!1;if((t.close||n.open)&&(t.length+n.length)%3==0&&(t.length%3!=0||n.length%3!=0)&&(r=!0),!r){let r=c>0&&!e[c-1].open?a[c-1]+1:0;a[o]=o-c+r,a[c]=r,n.open=!1,t.end=o,t.close=!1,l=-1,i=-2;break}}}l!==-1&&(t[n.marker][(n.open?3:0)+(n.length||0)%3]=l)}}function Ha(e){let t=e.tokens_meta,n=e.tokens_meta.length;Va(e.delimiters);for(let e=0;e<n;e++){let n=t[e]?.delimiters;n&&Va(n)}}function Ua(e){let t,n,r=0,i=e.tokens,a=e.tokens.length;for(t=n=0;t<a;t++)i[t].nesting<0&&r--,i[t].level=r,i[t].nesting>0&&r++,i[t].type===`text`&&t+1<a&&i[t+1].type===`text`?i[t+1].content=i[t].content+i[t+1].content:(t!==n&&(i[n]=i[t]),n++);t!==n&&(i.length=n)}var Wa=[[`text`,da],[`linkify`,ma],[`newline`,ha],[`escape`,_a],[`backticks`,ya],[`strikethrough`,Ca.tokenize],[`emphasis`,Da.tokenize],[`link`,Oa],[`image`,ka],[`autolink`,Ma],[`html_inline`,La],[`entity`,Ba]],Ga=[[`balance_pairs`,Ha],[`strikethrough`,Ca.postProcess],[`emphasis`,Da.postProcess],[`fragments_join`,Ua]],Ka=class{constructor(){q(this,`ruler`,new ei),q(this,`ruler2`,new ei),q(this,`State`,la);for(let e=0;e<Wa.length;e++)this.ruler.push(Wa[e][0],Wa[e][1]);for(let e=0;e<Ga.length;e++)this.ruler2.push(Ga[e][0],Ga[e][1])}skipToken(e){let t=e.pos,n=this.ruler.getRules(``),r=n.length,i=e.md.options.maxNesting,a=e.cache;if(a[t]!==void 0){e.pos=a[t];return}let o=!1;if(e.level<i){for(let i=0;i<r;i++)if(e.level++,o=n[i](e,!0),e.level--,o){if(t>=e.pos)throw Error(`inline rule didn't increment state.pos`);break}}else e.pos=e.posMax;o||e.pos++,a[t]=e.pos}tokenize(e){let t=this.ruler.getRules(``),n=t.length,r=e.posMax,i=e.md.options.maxNesting;for(;e.pos<r;){let a=e.pos,o=!1;if(e.level<i){for(let r=0;r<n;r++)if(o=t[r](e,!1),o){if(a>=e.pos)throw Error(`inline rule didn't increment state.pos`);break}}if(o){if(e.pos>=r)break}else e.pending+=e.src[e.pos++]}e.pending&&e.pushPending()}parse(e,t,n,r){let i=new this.State(e,t,n,r);this.tokenize(i);let a=this.ruler2.getRules(``),o=a.length;for(let e=0;e<o;e++)a[e](i)}},qa={default:{options:{html:!1,xhtmlOut:!1,breaks:!1,langPrefix:`language-`,linkify:!1,typographer:!1,quotes:`“”‘’`,highlight:null,maxNesting:100},components:{core:{},block:{},inline:{}}},zero:{options:{html:!1,xhtmlOut:!1,breaks:!1,langPrefix:`language-`,linkify:!1,typographer:!1,quotes:`“”‘’`,highlight:null,maxNesting:20},components:{core:{rules:[`normalize`,`block`,`strip_references`,`inline`,`text_join`]},block:{rules:[`paragraph`]},inline:{rules:[`text`],rules2:[`balance_pairs`,`fragments_join`]}}},commonmark:{options:{html:!0,xhtmlOut:!0,breaks:!1,langPrefix:`language-`,linkify:!1,typographer:!1,quotes:`“”‘’`,highlight:null,maxNesting:20},components:{core:{rules:[`normalize`,`block`,`strip_references`,`inline`,`text_join`]},block:{rules:[`blockquote`,`code`,`fence`,`heading`,`hr`,`html_block`,`lheading`,`list`,`reference`,`paragraph`]},inline:{rules:[`autolink`,`backticks`,`emphasis`,`entity`,`escape`,`html_inline`,`image`,`link`,`newline`,`text`],rules2:[`balance_pairs`,`emphasis`,`fragments_join`]}}}},Ja=/^(vbscript|javascript|file|data):/,Ya=/^data:image\/(gif|png|jpeg|webp);/,Xa=[`http:`,`https:`,`mailto:`],Za=class{validateLink(e){let t=e.trim().toLowerCase();return!Ja.test(t)||Ya.test(t)}normalizeLink(e){let t=en(e,!0);if(t.hostname&&(!t.protocol||Xa.indexOf(t.protocol)>=0))try{t.hostname=gr.toASCII(t.hostname)}catch{}return t.auth&&=Vt(t.auth),t.hostname&&=Vt(t.hostname),t.pathname&&=Vt(t.pathname),t.search&&=Vt(t.search),t.hash&&=Vt(t.hash),Ht(t)}normalizeLinkText(e){let t=en(e,!0);if(t.hostname&&(!t.protocol||Xa.indexOf(t.protocol)>=0))try{t.hostname=gr.toUnicode(t.hostname)}catch{}return Rt(Ht(t),Rt.defaultChars+`%`)}constructor(...e){q(this,`inline`,new Ka),q(this,`block`,new ca),q(this,`core`,new Ni),q(this,`renderer`,new ni),q(this,`linkify`,new Un),q(this,`utils`,yr),q(this,`helpers`,Object.assign({},Yr));let[t,n]=e;typeof t==`string`?(this.configure(t),n&&this.set(n)):(this.configure(`default`),this.set(t||{}))}set(e){return Object.assign(this.options,e),this}configure(e){let t;if(typeof e==`string`){let n=e;if(t=qa[n],!t)throw Error(`Wrong 'markdown-it' preset "${n}", check name`)}else t=e;if(!t)throw Error("Wrong `markdown-it` preset, can't be empty");t.options&&(this.options={...t.options});let n=t.components;if(n){[`core`,`block`,`inline`].forEach(e=>{let t=n[e]?.rules;t&&this[e].ruler.enableOnly(t)});let e=n.inline?.rules2;e&&this.inline.ruler2.enableOnly(e)}return this}enable(e,t=!1){let n=[];Array.isArray(e)||(e=[e]),[`core`,`block`,`inline`].forEach(t=>{n=n.concat(this[t].ruler.enable(e,!0))}),n=n.concat(this.inline.ruler2.enable(e,!0));let r=e.filter(e=>n.indexOf(e)<0);if(r.length&&!t)throw Error(`MarkdownIt. Failed to enable unknown rule(s): ${r}`);return this}disable(e,t=!1){let n=[];Array.isArray(e)||(e=[e]),[`core`,`block`,`inline`].forEach(t=>{n=n.concat(this[t].ruler.disable(e,!0))}),n=n.concat(this.inline.ruler2.disable(e,!0));let r=e.filter(e=>n.indexOf(e)<0);if(r.length&&!t)throw Error(`MarkdownIt. Failed to disable unknown rule(s): ${r}`);return this}use(e,...t){return e.apply(e,[this,...t]),this}parse(e,t){if(typeof e!=`string`)throw Error(`Input data should be a String`);let n=new this.core.State(e,this,t);return this.core.process(n),n.tokens}render(e,t={}){return this.renderer.render(this.parse(e,t),this.options,t)}parseInline(e,t){let n=new this.core.State(e,this,t);return n.inlineMode=!0,this.core.process(n),n.tokens}renderInline(e,t={}){return this.renderer.render(this.parseInline(e,t),this.options,t)}};q(Za,`Token`,$r),q(Za,`Ruler`,ei),q(Za,`Renderer`,ni),q(Za,`ParserCore`,Ni),q(Za,`StateCore`,ri),q(Za,`ParserBlock`,ca),q(Za,`StateBlock`,Pi),q(Za,`ParserInline`,Ka),q(Za,`StateInline`,la);var Qa=new(br(Za))({html:!1}).disable(`image`);function $a(e){return N`<div class="markdown">${Ft(Qa.render(e))}</div>`}var eo=c`
  .markdown {
    overflow-wrap: anywhere;
  }
  .markdown > * + * {
    margin-block-start: 10px;
  }
  .markdown h1,
  .markdown h2,
  .markdown h3 {
    font-size: 16px;
  }
  .markdown ul,
  .markdown ol {
    padding-inline-start: 22px;
  }
  .markdown ul {
    list-style: disc;
  }
  .markdown ol {
    list-style: decimal;
  }
  .markdown table {
    display: block;
    overflow-x: auto;
    border-collapse: collapse;
    font-size: 14px;
  }
  .markdown :is(th, td) {
    padding: 4px 10px;
    border: 1px solid var(--line);
    text-align: start;
  }
  .markdown blockquote {
    margin: 0;
    padding-inline-start: 12px;
    border-inline-start: 3px solid var(--line-strong);
  }
  .markdown pre {
    overflow-x: auto;
  }
`,to={chat:`M4 5.5A2.5 2.5 0 0 1 6.5 3h11A2.5 2.5 0 0 1 20 5.5v8a2.5 2.5 0 0 1-2.5 2.5H10l-4.5 4v-4.09A2.5 2.5 0 0 1 4 13.5z`,down:`m5 9 7 7 7-7`,close:`M6 6l12 12M18 6 6 18`,send:`M12 19V5m0 0-6 6m6-6 6 6`,person:`M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zm-7 8c.7-3.6 3.5-5.5 7-5.5s6.3 1.9 7 5.5`,lock:`M7 11V8a5 5 0 0 1 10 0v3m-11 0h12v9H6z`,check:`m5 12.5 4.5 4.5L19 7.5`,thumb:`M7 11v9H4v-9zm0 0 4-7c1.7 0 2.6 1.2 2.3 2.8L12.7 10H18a2 2 0 0 1 2 2.4l-1.2 6A2 2 0 0 1 16.8 20H7`,flag:`M6 21V4h11l-2 4 2 4H6`,box:`m12 3 8 4.3v9.4L12 21l-8-4.3V7.3zm0 9 8-4.7M12 12 4 7.3M12 12v9`,search:`M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14zm5-2 4 4`,warning:`M12 4 2.5 20h19zM12 10v4.5m0 2.4v.1`,stop:`M7 7h10v10H7z`,upload:`M12 16V4m0 0L7 9m5-5 5 5M4 16v4h16v-4`,file:`M6 3h8l4 4v14H6zm8 0v4h4`,back:`m14 5-7 7 7 7`,door:`M10 5H5v14h5m-1-7h11m0 0-4-4m4 4-4 4`};function no(e,t=18){return N`<svg
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
    ${he`<path d=${to[e]}></path>`}
  </svg>`}function ro(e,t=_t.loading){return e.problem?N`<div class="trouble" role="alert">
      ${no(`warning`)}
      <p>${e.isOffline?_t.offline:e.problem}</p>
      <button class="button small" ?disabled=${e.isLoading} @click=${()=>e.load()}>${_t.tryAgain}</button>
    </div>`:e.isLoading&&e.value===null?N`<p class="muted waits" role="status">${t}</p>`:P}var io=e=>e.split(/[,;\s]+/).filter(Boolean),ao=e=>e?.slice(0,10)??``,oo=class extends L{static{this.styles=[V,c`
      :host {
        display: grid;
        gap: 12px;
      }
      .pair {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(180px, 100%), 1fr));
        gap: 12px;
      }
      textarea {
        min-block-size: 320px;
        font-family: var(--mono);
        font-size: 14px;
      }
      summary {
        padding-block: 4px;
        font-size: 14px;
        font-weight: 550;
        cursor: pointer;
      }
      details .pair {
        margin-block-start: 8px;
      }
    `]}firstUpdated(){this.first.focus()}render(){let e=this.draft;return N`
      <label>${W.fields.title}<input required maxlength="300" .value=${e.title} @input=${this.text(`title`)} /></label>
      <label>
        ${W.fields.text}
        <textarea required maxlength="200000" .value=${e.body} @input=${this.text(`body`)}></textarea>
      </label>
      <details ?open=${e.audience===`staff`||e.regions.length>0||e.valid_until!==null||e.review_by!==null}>
        <summary>${W.fields.who}</summary>
        <div class="pair">
          <label
            >${W.fields.readers}<select @change=${this.readers}>
              <option value="public" ?selected=${e.audience===`public`}>${W.fields.everybody}</option>
              <option value="staff" ?selected=${e.audience===`staff`}>${W.fields.staffOnly}</option>
            </select></label
          >
          <label>${W.fields.regions}<input placeholder=${W.fields.regionsExample} .value=${e.regions.join(`, `)} @change=${this.many(`regions`)} /></label>
          <label>${W.fields.language}<input maxlength="35" placeholder=${W.any} .value=${e.locale??``} @input=${this.text(`locale`)} /></label>
          ${this.day(`valid_from`,W.fields.from)} ${this.day(`valid_until`,W.fields.until)} ${this.day(`review_by`,W.fields.reviewBy)}
          <label>${W.fields.url}<input maxlength="2000" placeholder=${W.fields.urlExample} .value=${e.url??``} @input=${this.text(`url`)} /></label>
          <label>${W.fields.tags}<input .value=${e.tags.join(`, `)} @change=${this.many(`tags`)} /></label>
        </div>
      </details>
    `}day(e,t){let n=this.draft[e];return N`<label>${t}<input type="date" .value=${ao(n)} @change=${t=>{let{value:r}=t.target;r!==ao(n)&&this.tell({[e]:r?`${r}T00:00:00Z`:null})}} /></label>`}text(e){return t=>{let{value:n}=t.target,r=e===`url`||e===`locale`;this.tell({[e]:r?n.trim()||null:n})}}readers(e){this.tell({audience:e.target.value===`staff`?`staff`:`public`})}many(e){return t=>{let n=io(t.target.value);this.tell({[e]:e===`regions`?n.map(e=>e.toUpperCase()):n})}}tell(e){this.dispatchEvent(new CustomEvent(`draft-change`,{detail:{...this.draft,...e}}))}};G([z({attribute:!1})],oo.prototype,`draft`,void 0),G([Ie(`input`)],oo.prototype,`first`,void 0),oo=G([R(`article-fields`)],oo);async function so(e,t,n=1e4){let r=[],i=`${t}${t.includes(`?`)?`&`:`?`}limit=200`,a=``;do{let t=await e.get(i+a);r.push(...t.items),a=t.next?`&after=${encodeURIComponent(t.next)}`:``}while(a&&r.length<n);return r}var co=(e,t=Ze)=>new Intl.DateTimeFormat(t,{hour:`numeric`,minute:`2-digit`}).format(new Date(e)),lo=(e,t=Ze)=>new Intl.DateTimeFormat(t,{day:`numeric`,month:`short`,year:`numeric`}).format(new Date(e));function uo(e,t=Date.now()){let n=Math.max(0,Math.round((t-Date.parse(e))/1e3));if(n<60)return _t.duration.seconds(H(n));let r=Math.floor(n/60);if(r<60)return _t.duration.minutes(H(r));let i=Math.floor(r/60);return i<48?_t.duration.hoursAndMinutes(i,String(r%60).padStart(2,`0`)):_t.duration.days(Math.floor(i/24))}function fo(e,t=Ze){let n=_t.duration;if(e<1e3)return n.milliseconds(Qe(e,0,t));let r=e/1e3;return r<90?n.seconds(Qe(r,+(r<10),t)):r<5400?n.minutes(Qe(r/60,0,t)):n.hours(Qe(r/3600,1,t))}function po(e){let t=e.replaceAll(`_`,` `);return t.charAt(0).toUpperCase()+t.slice(1)}var mo=c`
  :host {
    display: block;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 12px;
    align-items: center;
    margin-block-end: 6px;
  }
  .head h2 {
    margin-inline-end: auto;
  }
  .intro {
    max-inline-size: 72ch;
    margin-block-end: 16px;
    color: var(--muted);
    font-size: 14px;
  }
  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    margin-block-end: 14px;
  }
  .choices button {
    min-block-size: 30px;
    padding: 3px 12px;
    border: 1px solid var(--line-strong);
    border-radius: 999px;
    background: var(--raised);
    font-size: 13px;
    font-weight: 550;
  }
  .choices button:hover {
    background: var(--accent-soft);
  }
  .choices button[aria-pressed="true"],
  .choices button[aria-selected="true"] {
    border-color: var(--accent);
    background: var(--accent);
    color: var(--on-accent);
  }
  .choices .n {
    opacity: 0.8;
    font-variant-numeric: tabular-nums;
  }
  .cards {
    display: grid;
    gap: 10px;
  }
  .cards > li.card {
    display: grid;
    gap: 8px;
    padding: 14px 16px;
  }
  .trouble {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 10px;
    margin-block-end: 14px;
    padding: 10px 14px;
    border: 1px solid color-mix(in srgb, var(--danger) 40%, var(--surface));
    border-radius: 10px;
    background: var(--danger-soft);
    color: var(--danger);
    font-size: 14px;
  }
  .trouble p {
    flex: 1 1 200px;
  }
  .trouble .button {
    color: var(--text);
  }
  .waits {
    padding-block: 12px;
  }
  .empty {
    padding: 28px 20px;
    text-align: center;
    color: var(--muted);
  }
  .empty h3 {
    margin-block-end: 4px;
    color: var(--text);
    font-size: 16px;
  }
  .done {
    display: flex;
    flex-wrap: wrap;
    gap: 10px;
    align-items: center;
    margin-block-end: 14px;
    padding: 10px 14px;
    border-radius: 10px;
    background: var(--ok-soft);
    color: var(--ok);
    font-size: 14px;
    font-weight: 600;
  }
  .done .button {
    color: var(--text);
  }
  .chip.bad {
    border-color: transparent;
    background: var(--danger-soft);
    color: var(--danger);
  }
  .chip.warn {
    border-color: transparent;
    background: var(--warn-soft);
    color: var(--warn);
  }
  .chip.good {
    border-color: transparent;
    background: var(--ok-soft);
    color: var(--ok);
  }
  .back {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    margin-block-end: 10px;
    font-size: 14px;
  }
  .end {
    margin-inline-start: auto;
  }
  .quoted {
    padding-inline-start: 12px;
    border-inline-start: 3px solid var(--line-strong);
    overflow-wrap: anywhere;
  }
  a {
    overflow-wrap: anywhere;
  }
`,ho=class{diff(e,t,n={}){let r;typeof n==`function`?(r=n,n={}):`callback`in n&&(r=n.callback);let i=this.castInput(e,n),a=this.castInput(t,n),o=this.removeEmpty(this.tokenize(i,n)),s=this.removeEmpty(this.tokenize(a,n));return this.diffWithOptionsObj(o,s,n,r)}diffWithOptionsObj(e,t,n,r){let i=e=>{if(e=this.postProcess(e,n),r)setTimeout(function(){r(e)},0);else return e},a=t.length,o=e.length,s=1,c=a+o;n.maxEditLength!=null&&(c=Math.min(c,n.maxEditLength));let l=n.timeout??1/0,u=Date.now()+l,d=[{oldPos:-1,lastComponent:void 0}],f=this.extractCommon(d[0],t,e,0,n);if(d[0].oldPos+1>=o&&f+1>=a)return i(this.buildValues(d[0].lastComponent,t,e));let p=-1/0,m=1/0,h=()=>{for(let r=Math.max(p,-s);r<=Math.min(m,s);r+=2){let s,c=d[r-1],l=d[r+1];c&&(d[r-1]=void 0);let u=!1;if(l){let e=l.oldPos-r;u=l&&0<=e&&e<a}let h=c&&c.oldPos+1<o;if(!u&&!h)d[r]=void 0;else{if(s=!h||u&&c.oldPos<l.oldPos?this.addToPath(l,!0,!1,0,n):this.addToPath(c,!1,!0,1,n),f=this.extractCommon(s,t,e,r,n),s.oldPos+1>=o&&f+1>=a)return i(this.buildValues(s.lastComponent,t,e))||!0;d[r]=s,s.oldPos+1>=o&&(m=Math.min(m,r-1)),f+1>=a&&(p=Math.max(p,r+1))}}s++};if(r)(function e(){setTimeout(function(){if(s>c||Date.now()>u)return r(void 0);h()||e()},0)})();else for(;s<=c&&Date.now()<=u;){let e=h();if(e)return e}}addToPath(e,t,n,r,i){let a=e.lastComponent;return a&&!i.oneChangePerToken&&a.added===t&&a.removed===n?{oldPos:e.oldPos+r,lastComponent:{count:a.count+1,added:t,removed:n,previousComponent:a.previousComponent}}:{oldPos:e.oldPos+r,lastComponent:{count:1,added:t,removed:n,previousComponent:a}}}extractCommon(e,t,n,r,i){let a=t.length,o=n.length,s=e.oldPos,c=s-r,l=0;for(;c+1<a&&s+1<o&&this.equals(n[s+1],t[c+1],i);)c++,s++,l++,i.oneChangePerToken&&(e.lastComponent={count:1,previousComponent:e.lastComponent,added:!1,removed:!1});return l&&!i.oneChangePerToken&&(e.lastComponent={count:l,previousComponent:e.lastComponent,added:!1,removed:!1}),e.oldPos=s,c}equals(e,t,n){return n.comparator?n.comparator(e,t):e===t||!!n.ignoreCase&&e.toLowerCase()===t.toLowerCase()}removeEmpty(e){let t=[];for(let n=0;n<e.length;n++)e[n]&&t.push(e[n]);return t}castInput(e,t){return e}tokenize(e,t){return Array.from(e)}join(e){return e.join(``)}postProcess(e,t){return e}get useLongestToken(){return!1}buildValues(e,t,n){let r=[],i;for(;e;)r.push(e),i=e.previousComponent,delete e.previousComponent,e=i;r.reverse();let a=r.length,o=0,s=0,c=0;for(;o<a;o++){let e=r[o];if(e.removed)e.value=this.join(n.slice(c,c+e.count)),c+=e.count;else{if(!e.added&&this.useLongestToken){let r=t.slice(s,s+e.count);r=r.map(function(e,t){let r=n[c+t];return r.length>e.length?r:e}),e.value=this.join(r)}else e.value=this.join(t.slice(s,s+e.count));s+=e.count,e.added||(c+=e.count)}}return r}};new class extends ho{};function go(e,t){let n=0;for(;n<e.length&&n<t.length;n++)if(e[n]!=t[n])return e.slice(0,n);return e.slice(0,n)}function _o(e,t){let n;if(!e||!t||e[e.length-1]!=t[t.length-1])return``;for(n=0;n<e.length&&n<t.length;n++)if(e[e.length-(n+1)]!=t[t.length-(n+1)])return e.slice(-n);return e.slice(-n)}function vo(e,t,n){if(e.slice(0,t.length)!=t)throw Error(`string ${JSON.stringify(e)} doesn't start with prefix ${JSON.stringify(t)}; this is a bug`);return n+e.slice(t.length)}function yo(e,t,n){if(!t)return e+n;if(e.slice(-t.length)!=t)throw Error(`string ${JSON.stringify(e)} doesn't end with suffix ${JSON.stringify(t)}; this is a bug`);return e.slice(0,-t.length)+n}function bo(e,t){return vo(e,t,``)}function xo(e,t){return yo(e,t,``)}function So(e,t){return t.slice(0,Co(e,t))}function Co(e,t){let n=0;e.length>t.length&&(n=e.length-t.length);let r=t.length;e.length<t.length&&(r=e.length);let i=Array(r),a=0;i[0]=0;for(let e=1;e<r;e++){for(t[e]==t[a]?i[e]=i[a]:i[e]=a;a>0&&t[e]!=t[a];)a=i[a];t[e]==t[a]&&a++}a=0;for(let r=n;r<e.length;r++){for(;a>0&&e[r]!=t[a];)a=i[a];e[r]==t[a]&&a++}return a}function wo(e,t){let n=[];for(let r of Array.from(t.segment(e))){let e=r.segment;n.length&&/\s/.test(n[n.length-1])&&/\s/.test(e)?n[n.length-1]+=e:n.push(e)}return n}function To(e,t){if(t)return Do(e,t)[1];let n;for(n=e.length-1;n>=0&&e[n].match(/\s/);n--);return e.substring(n+1)}function Eo(e,t){if(t)return Do(e,t)[0];let n=e.match(/^\s*/);return n?n[0]:``}function Do(e,t){if(!t)return[Eo(e),To(e)];if(t.resolvedOptions().granularity!=`word`)throw Error(`The segmenter passed must have a granularity of "word"`);let n=wo(e,t),r=n[0],i=n[n.length-1];return[/\s/.test(r)?r:``,/\s/.test(i)?i:``]}var Oo=`a-zA-Z0-9_\\u{AD}\\u{C0}-\\u{D6}\\u{D8}-\\u{F6}\\u{F8}-\\u{2C6}\\u{2C8}-\\u{2D7}\\u{2DE}-\\u{2FF}\\u{1E00}-\\u{1EFF}`,ko=RegExp(`[${Oo}]+|\\s+|[^${Oo}]`,`ug`);new class extends ho{equals(e,t,n){return n.ignoreCase&&(e=e.toLowerCase(),t=t.toLowerCase()),e.trim()===t.trim()}tokenize(e,t={}){let n;if(t.intlSegmenter){let r=t.intlSegmenter;if(r.resolvedOptions().granularity!=`word`)throw Error(`The segmenter passed must have a granularity of "word"`);n=wo(e,r)}else n=e.match(ko)||[];let r=[],i=null;return n.forEach(e=>{/\s/.test(e)?i==null?r.push(e):r.push(r.pop()+e):i!=null&&/\s/.test(i)?r[r.length-1]==i?r.push(r.pop()+e):r.push(i+e):r.push(e),i=e}),r}join(e){return e.map((e,t)=>t==0?e:e.replace(/^\s+/,``)).join(``)}postProcess(e,t){if(!e||t.oneChangePerToken)return e;let n=null,r=null,i=null;return e.forEach(e=>{e.added?r=e:e.removed?i=e:((r||i)&&Ao(n,i,r,e,t.intlSegmenter),n=e,r=null,i=null)}),(r||i)&&Ao(n,i,r,null,t.intlSegmenter),e}};function Ao(e,t,n,r,i){if(t&&n){let[a,o]=Do(t.value,i),[s,c]=Do(n.value,i);if(e){let r=go(a,s);e.value=yo(e.value,s,r),t.value=bo(t.value,r),n.value=bo(n.value,r)}if(r){let e=_o(o,c);r.value=vo(r.value,c,e),t.value=xo(t.value,e),n.value=xo(n.value,e)}}else if(n){if(e){let e=Eo(n.value,i);n.value=n.value.substring(e.length)}if(r){let e=Eo(r.value,i);r.value=r.value.substring(e.length)}}else if(e&&r){let n=Eo(r.value,i),[a,o]=Do(t.value,i),s=go(n,a);t.value=bo(t.value,s);let c=_o(bo(n,s),o);t.value=xo(t.value,c),r.value=vo(r.value,n,c),e.value=yo(e.value,n,n.slice(0,n.length-c.length))}else if(r){let e=Eo(r.value,i),n=So(To(t.value,i),e);t.value=xo(t.value,n)}else if(e){let n=So(To(e.value,i),Eo(t.value,i));t.value=bo(t.value,n)}}var jo=new class extends ho{tokenize(e){let t=RegExp(`(\\r?\\n)|[${Oo}]+|[^\\S\\n\\r]+|[^${Oo}]`,`ug`);return e.match(t)||[]}};function Mo(e,t,n){return jo.diff(e,t,n)}new class extends ho{constructor(){super(...arguments),this.tokenize=No}equals(e,t,n){return n.ignoreWhitespace?(n.newlineIsToken&&e.includes(`
`)||(e=e.trim()),n.newlineIsToken&&t.includes(`
`)||(t=t.trim())):n.ignoreNewlineAtEof&&!n.newlineIsToken&&(e.endsWith(`
`)&&(e=e.slice(0,-1)),t.endsWith(`
`)&&(t=t.slice(0,-1))),super.equals(e,t,n)}};function No(e,t){t.stripTrailingCr&&(e=e.replace(/\r\n/g,`
`));let n=[],r=e.split(/(\n|\r\n)/);r[r.length-1]||r.pop();for(let e=0;e<r.length;e++){let i=r[e];e%2&&!t.newlineIsToken?n[n.length-1]+=i:n.push(i)}return n}function Po(e){return e==`.`||e==`!`||e==`?`}new class extends ho{tokenize(e){let t=[],n=0;for(let r=0;r<e.length;r++){if(r==e.length-1){t.push(e.slice(n));break}if(Po(e[r])&&e[r+1].match(/\s/)){for(t.push(e.slice(n,r+1)),r=n=r+1;e[r+1]?.match(/\s/);)r++;t.push(e.slice(n,r+1)),n=r+1}}return t}},new class extends ho{tokenize(e){return e.split(/([{}:;,]|\s+)/)}},new class extends ho{constructor(){super(...arguments),this.tokenize=No}get useLongestToken(){return!0}castInput(e,t){let{undefinedReplacement:n,stringifyReplacer:r=(e,t)=>t===void 0?n:t}=t;return typeof e==`string`?e:JSON.stringify(Fo(e,null,null,r),null,`  `)}equals(e,t,n){return super.equals(e.replace(/,([\r\n])/g,`$1`),t.replace(/,([\r\n])/g,`$1`),n)}};function Fo(e,t,n,r,i){t||=[],n||=[],r&&(e=r(i===void 0?``:i,e));let a=0;for(;a<t.length;a+=1)if(t[a]===e)return n[a];let o;if(Object.prototype.toString.call(e)===`[object Array]`){for(t.push(e),o=Array(e.length),n.push(o),a=0;a<e.length;a+=1)o[a]=Fo(e[a],t,n,r,String(a));return t.pop(),n.pop(),o}if(e&&e.toJSON&&(e=e.toJSON()),typeof e==`object`&&e){t.push(e),o={},n.push(o);let i=[],s;for(s in e)Object.prototype.hasOwnProperty.call(e,s)&&i.push(s);for(i.sort(),a=0;a<i.length;a+=1)s=i[a],o[s]=Fo(e[s],t,n,r,s);t.pop(),n.pop()}else o=e;return o}var Io=new class extends ho{tokenize(e){return e.slice()}join(e){return e}removeEmpty(e){return e}};function Lo(e,t,n){return Io.diff(e,t,n)}var Ro=e=>e===void 0?null:[{text:e,isChanged:!0}];function zo(e,t){let n=Mo(e,t),r=e=>n.filter(t=>!t[e]).map(e=>({text:e.value,isChanged:e.added||e.removed}));return{was:r(`added`),now:r(`removed`),isSame:!1}}function Bo(e,t){let n=[],r=[],i=e=>{for(let t=0;t<Math.max(r.length,e.length);t++){let[i,a]=[r[t],e[t]];n.push(i!==void 0&&a!==void 0?zo(i,a):{was:Ro(i),now:Ro(a),isSame:!1})}r=[]};for(let a of Lo(e.split(/\r?\n/),t.split(/\r?\n/)))if(a.removed)r=a.value;else if(a.added)i(a.value);else{i([]);for(let e of a.value){let t=[{text:e,isChanged:!1}];n.push({was:t,now:t,isSame:!0})}}return i([]),n}var Vo=2,Ho=3,Uo=class extends L{constructor(...e){super(...e),this.was=``,this.now=``,this.wasName=W.diff.before,this.nowName=W.diff.after,this.isWhole=!1}static{this.styles=[V,c`
      :host {
        display: block;
        container-type: inline-size;
      }
      table {
        inline-size: 100%;
        border-collapse: separate;
        border-spacing: 0;
        table-layout: fixed;
        border: 1px solid var(--line);
        border-radius: 10px;
        overflow: hidden;
        background: var(--raised);
        font-size: 14px;
      }
      th {
        padding: 6px 12px;
        background: var(--sunken);
        border-block-end: 1px solid var(--line);
        color: var(--muted);
        font-size: 13px;
        text-align: start;
      }
      td {
        position: relative;
        padding: 3px 12px 3px 28px;
        vertical-align: top;
        white-space: pre-wrap;
        overflow-wrap: anywhere;
        min-block-size: 1.45em;
      }
      td + td,
      th + th {
        border-inline-start: 1px solid var(--line);
      }
      .sign {
        position: absolute;
        inset-inline-start: 10px;
        font-family: var(--mono);
      }
      .old {
        background: var(--danger-soft);
      }
      .new {
        background: var(--ok-soft);
      }
      .none {
        background: var(--sunken);
      }
      del,
      ins {
        border-radius: 3px;
        font-weight: 650;
      }
      del {
        background: color-mix(in srgb, var(--danger) 20%, transparent);
      }
      ins {
        background: color-mix(in srgb, var(--ok) 22%, transparent);
        text-underline-offset: 2px;
      }
      .skip td {
        padding: 4px 12px;
        background: var(--sunken);
        white-space: normal;
      }
      @container (max-width: 560px) {
        table,
        tbody,
        tr,
        td {
          display: block;
        }
        thead {
          display: none;
        }
        td + td {
          border: 0;
        }
        .none,
        .same td + td {
          display: none;
        }
      }
    `]}render(){let e=Bo(this.was,this.now);return e.every(e=>e.isSame)?N`<p class="card muted" role="status">${W.diff.nothing}</p>`:N`<table>
      <thead>
        <tr><th scope="col">${this.wasName}</th><th scope="col">${this.nowName}</th></tr>
      </thead>
      <tbody>
        ${this.shown(e)}
      </tbody>
    </table>`}shown(e){let t=t=>e.slice(Math.max(0,t-Vo),t+Vo+1).some(e=>!e.isSame),n=[],r=[],i=()=>{r.length<Ho||this.isWhole?n.push(...r.map(Wo)):n.push(this.skip(r.length)),r=[]};for(let[a,o]of e.entries())t(a)?(i(),n.push(Wo(o))):r.push(o);return i(),n}skip(e){return N`<tr class="skip">
      <td colspan="2">
        <button class="plain" type="button" @click=${()=>this.isWhole=!0}>
          ${W.diff.unchanged(e)}
        </button>
      </td>
    </tr>`}};G([z()],Uo.prototype,`was`,void 0),G([z()],Uo.prototype,`now`,void 0),G([z()],Uo.prototype,`wasName`,void 0),G([z()],Uo.prototype,`nowName`,void 0),G([B()],Uo.prototype,`isWhole`,void 0),Uo=G([R(`text-diff`)],Uo);function Wo(e){return N`<tr class=${e.isSame?`same`:``}>
    ${Go(e.was,e.isSame?``:`old`,`−`,e=>N`<del>${e}</del>`)}
    ${Go(e.now,e.isSame?``:`new`,`+`,e=>N`<ins>${e}</ins>`)}
  </tr>`}function Go(e,t,n,r){if(!e)return N`<td class="none"></td>`;let i=e.map(e=>e.isChanged&&e.text.trim()?r(e.text):e.text);return N`<td class=${t}>${t?N`<span class="sign" aria-hidden="true">${n}</span>`:``}${i.length?i:`​`}</td>`}var Ko=1e3,qo=class extends L{constructor(...e){super(...e),this.articleId=``,this.open=0,this.revisions=new Nt(this,()=>so(this.api,`/v1/kb/articles/${this.articleId}/revisions`,Ko))}static{this.styles=[V,mo,c`
      li .row {
        justify-content: space-between;
      }
    `]}firstUpdated(){this.revisions.load()}render(){return N`${ro(this.revisions)}
      <ol class="cards">
        ${this.revisions.value?.map((e,t)=>this.row(e,t===0))}
      </ol>`}row({revision:e,created_at:t,draft:n},r){let i=this.open===e;return N`<li class="card">
      <div class="row">
        <span>
          <strong>${W.revision(e)}</strong>
          ${r?N`<span class="chip good">${W.live}</span>`:P}
          <span class="small muted">${W.at(lo(t),co(t))}</span>
        </span>
        <button class="button small" aria-expanded=${i?`true`:`false`} @click=${()=>this.open=i?0:e}>
          ${W.compare}
        </button>
      </div>
      ${i?this.comparison(e,n):P}
    </li>`}comparison(e,t){return N`<text-diff
        .was=${`${t.title}\n\n${t.body}`}
        .now=${`${this.draft.title}\n\n${this.draft.body}`}
        .wasName=${W.revision(e)}
        .nowName=${W.editor.yourText}
      ></text-diff>
      <div><button class="button small" @click=${()=>this.dispatchEvent(new CustomEvent(`article-restore`,{detail:t}))}>${W.editor.takeBack}</button></div>`}};G([z({attribute:!1})],qo.prototype,`api`,void 0),G([z()],qo.prototype,`articleId`,void 0),G([z({attribute:!1})],qo.prototype,`draft`,void 0),G([B()],qo.prototype,`open`,void 0),qo=G([R(`article-history`)],qo);var Jo=_t.personalDataOf,Yo=RegExp(`\\[(${Object.keys(Jo).join(`|`)})(?:_\\d{1,6})?\\]`,`g`);function Xo(e){let t=[],n=0;for(let r of e.matchAll(Yo))r.index>n&&t.push({text:e.slice(n,r.index),hidden:null}),t.push({text:r[0],hidden:Jo[r[1]??``]??_t.personalData}),n=r.index+r[0].length;return n<e.length&&t.push({text:e.slice(n),hidden:null}),t}var Zo=/^\s*[-*•]\s+/,Qo=/^\s*\d{1,2}[.)]\s+/,$o=/^#{1,4}\s+/,es=/\*\*([^*]+)\*\*|\[([^\]]+)\]\((https?:\/\/[^\s)]+|\/[^\s)]*)\)|(https?:\/\/[^\s<>()]+[^\s<>().,;:!?])|(\/help\/[a-z0-9-]+)/g,ts=(e,t)=>N`<a href=${e} target="_blank" rel="noopener noreferrer">${t}</a>`;function ns(e){return Xo(e).map(e=>e.hidden?N`<span class="lock" title=${_t.whyHidden}>${no(`lock`,13)}${_t.hidden(e.hidden)}</span>`:e.text)}function rs(e,t){let n=[],r=0;for(let i of e.matchAll(es)){let[a,o,s,c,l,u]=i;n.push(...ns(e.slice(r,i.index))),o===void 0?s!==void 0&&c!==void 0?n.push(ts(c.startsWith(`/`)?t+c:c,s)):l===void 0?u!==void 0&&n.push(ts(t+u,po(u.slice(6).replaceAll(`-`,`_`)))):n.push(ts(l,l)):n.push(N`<strong>${ns(o)}</strong>`),r=i.index+a.length}return n.push(...ns(e.slice(r))),n}function is(e,t){let n=n=>e.map(e=>N`<li>${rs(e.replace(n,``),t)}</li>`);return e.every(e=>Zo.test(e))?N`<ul class="list">${n(Zo)}</ul>`:e.every(e=>Qo.test(e))?N`<ol class="list">${n(Qo)}</ol>`:e.length===1&&$o.test(e[0]??``)?N`<p><strong>${rs((e[0]??``).replace($o,``),t)}</strong></p>`:N`<p>${e.map((e,n)=>N`${n?N`<br />`:``}${rs(e,t)}`)}</p>`}var as=e=>Zo.test(e)?`ul`:Qo.test(e)?`ol`:$o.test(e)?`h`:`p`;function os(e,t=``){let n=[],r=``;for(let t of e.split(/\r?\n/)){let e=t.trim()===``?``:as(t);e&&(e!==r||e===`h`)&&n.push([]),e&&n.at(-1)?.push(t),r=e}return n.map(e=>is(e,t))}var ss=c`
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
`,cs=20,ls=class extends L{constructor(...e){super(...e),this.articleId=``,this.revision=0,this.problem=``,this.next=null,this.answers=new Nt(this,()=>this.more())}static{this.styles=[V,ss,mo,c`
      .head {
        margin-block-end: 10px;
      }
      .head p {
        margin-inline-end: auto;
      }
    `]}firstUpdated(){this.answers.load()}render(){let e=this.answers.value;return N`
      <div class="head">
        <p class="small muted">
          ${this.revision?W.pastAnswers.ofRevision(this.revision):W.pastAnswers.ofArticle}
        </p>
        ${e?.length?N`<button class="button small" @click=${this.download}>${W.pastAnswers.download}</button>`:P}
      </div>
      ${this.problem?N`<p class="error" role="alert">${this.problem}</p>`:P} ${ro(this.answers)}
      ${e?.length===0?N`<p class="card empty">${W.pastAnswers.none}</p>`:P}
      <ol class="cards">
        ${e?.map(e=>this.row(e))}
      </ol>
      ${this.next?N`<p><button class="button small" ?disabled=${this.answers.isLoading} @click=${()=>this.answers.load()}>${W.showMore}</button></p>`:P}
    `}row(e){return N`<li class="card">
      <div class="row small">
        <span class="muted">${W.at(lo(e.created_at),co(e.created_at))}</span>
        ${this.revision?P:N`<span class="chip">${W.revision(e.revision)}</span>`}
        ${e.can_be_told?N`<span class="chip good">${W.pastAnswers.canBeTold}</span>`:N`<span class="chip">${W.pastAnswers.cannotBeTold}</span>`}
        <span class="muted">${e.customer_id?W.pastAnswers.customer(e.customer_id):vt.guest}</span>
      </div>
      <div class="text small">${os(e.text)}</div>
      <p class="small muted mono">${W.conversation(e.conversation_id)}</p>
    </li>`}get path(){return`/v1/kb/articles/${this.articleId}/answers?${this.revision?`revision=${this.revision}&`:``}`}async more(){let e=this.next?`&after=${encodeURIComponent(this.next)}`:``,t=await this.api.get(`${this.path}limit=${cs}${e}`);return this.next=t.next,[...this.answers.value??[],...t.items]}async download(){this.problem=``;try{let e=document.createElement(`a`);e.href=URL.createObjectURL(await this.api.download(`${this.path}format=csv`)),e.download=`answers-${this.articleId}.csv`,e.click(),setTimeout(()=>URL.revokeObjectURL(e.href),6e4)}catch(e){this.problem=bt(e)}}};G([z({attribute:!1})],ls.prototype,`api`,void 0),G([z()],ls.prototype,`articleId`,void 0),G([z({type:Number})],ls.prototype,`revision`,void 0),G([B()],ls.prototype,`problem`,void 0),ls=G([R(`past-answers`)],ls);var us=[`overview`,`quality`,`struggles`,`versions`,`articles`,`import`,`ask`,`flags`,`audit`,`gaps`,`history`],ds=[`conversations`,`transcript`],fs=e=>[...us,...ds].includes(e);function ps(e){let[t=``,n=``]=e.replace(/^#/,``).split(`/`,2);return fs(t)?{room:t,id:decodeURIComponent(n)}:{room:`overview`,id:``}}var J=(e,t=``)=>t?`#${e}/${encodeURIComponent(t)}`:`#${e}`,ms=(e,t=``)=>{location.hash=J(e,t)},hs=c`
  :host {
    container-type: inline-size;
  }
  form {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 120px 120px auto;
    gap: 8px;
    align-items: end;
    margin-block-end: 16px;
  }
  form .button {
    min-block-size: 41px;
  }
  .verdict {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: center;
    margin-block-end: 12px;
    padding: 10px 14px;
    border-radius: 10px;
    background: var(--warn-soft);
    color: var(--warn);
    font-weight: 600;
  }
  .verdict.yes {
    background: var(--ok-soft);
    color: var(--ok);
  }
  .verdict .says {
    flex: 1 1 0;
    min-inline-size: 180px;
  }
  .verdict .sure {
    margin-inline-start: auto;
  }
  .verdict .bar {
    inline-size: 120px;
  }
  .verdict .bar i {
    background: currentColor;
  }
  .what {
    display: flex;
    gap: 10px;
  }
  .what h3 {
    font-size: 15px;
  }
  .place {
    flex: none;
    display: grid;
    place-items: center;
    inline-size: 24px;
    block-size: 24px;
    border-radius: 50%;
    background: var(--accent-soft);
    color: var(--accent-text);
    font-size: 13px;
    font-weight: 650;
  }
  .why {
    display: grid;
    grid-template-columns: repeat(3, auto minmax(70px, 1fr));
    gap: 4px 10px;
    align-items: center;
    font-size: 13px;
  }
  dt {
    color: var(--muted);
  }
  dd {
    display: flex;
    gap: 8px;
    align-items: center;
    font-variant-numeric: tabular-nums;
  }
  .bar {
    display: inline-block;
    inline-size: 100%;
    block-size: 8px;
    border-radius: 4px;
    background: var(--line);
    overflow: hidden;
  }
  .bar i {
    display: block;
    block-size: 100%;
    background: var(--accent);
  }
  .answer {
    color: var(--muted);
  }
  @container (max-width: 620px) {
    form {
      grid-template-columns: 1fr 1fr;
    }
    form .q,
    form .button {
      grid-column: 1 / -1;
    }
    .why {
      grid-template-columns: max-content 1fr;
    }
    .verdict .sure {
      margin-inline-start: 0;
    }
  }
`,gs=[`US`,`GB`,`DE`,`FR`,`CA`],_s=e=>N`<span class="bar" aria-hidden="true"><i style="inline-size:${Math.round(Math.min(Math.max(e,0),1)*100)}%"></i></span>`,vs=class extends L{constructor(...e){super(...e),this.isBeside=!1,this.asked=``,this.found=new Nt(this,()=>this.api.get(`/v1/kb/search?${this.asked}`))}static{this.styles=[V,ss,mo,hs]}render(){return N`
      ${this.isBeside?P:N`<div class="head"><h2>${W.ask.title}</h2></div>
            <p class="intro">${W.ask.intro}</p>`}
      <form @submit=${this.search}>
        <label class="q">${W.ask.question}<input name="q" required maxlength="1000" placeholder=${W.ask.questionExample} /></label>
        <label>
          ${W.ask.region}
          <input name="region" list="regions" maxlength="2" pattern="[A-Za-z]{2}" placeholder=${W.ask.regionUnknown} title=${W.ask.regionHint} autocomplete="off" />
          <datalist id="regions">${gs.map(e=>N`<option value=${e}></option>`)}</datalist>
        </label>
        <label>${W.ask.language}<input name="locale" maxlength="35" placeholder=${W.any} autocomplete="off" /></label>
        <button class="button main" ?disabled=${this.found.isLoading}>${no(`search`,16)}${W.ask.search}</button>
      </form>
      ${this.asked?ro(this.found,W.ask.searching):P} ${this.found.value?this.results(this.found.value):P}
    `}results({items:e,answerable:t,confidence:n,doubtful:r}){let i={score:Math.max(...e.map(e=>e.score),0),lexical:Math.max(...e.map(e=>e.lexical),0)};return N`<div class="verdict ${t?`yes`:``}" role="status">
        ${no(t?`check`:`warning`)}
        <span class="says">
          ${t?r?W.ask.wouldDoubt:W.ask.wouldAnswer:W.ask.wouldNot}
        </span>
        <span class="sure">${W.ask.confidence(U(n))}</span>${_s(n)}
      </div>
      ${e.length?P:N`<p class="card empty">${W.ask.nothing}</p>`}
      <ol class="cards">
        ${e.map((e,t)=>this.hit(e,t+1,i))}
      </ol>`}hit(e,t,n){return N`<li class="card">
      <div class="what">
        <span class="place" aria-hidden="true">${t}</span>
        <div>
          <h3>${e.question||e.title}</h3>
          <a class="small" href=${J(`articles`,e.article_id)}>${e.title}</a>
        </div>
      </div>
      <dl class="why">
        <dt>${W.ask.score}</dt>
        <dd>${_s(n.score>0?e.score/n.score:0)}<span>${Qe(e.score,2)}</span></dd>
        <dt title=${W.ask.sameMeaningHint}>${W.ask.sameMeaning}</dt>
        <dd>${_s(e.cosine)}<span>${Qe(e.cosine,2)}</span></dd>
        <dt title=${W.ask.sharedWordsHint}>${W.ask.sharedWords}</dt>
        <dd>${_s(n.lexical>0?e.lexical/n.lexical:0)}<span>${e.lexical?Qe(e.lexical,1):W.ask.noSharedWords}</span></dd>
      </dl>
      <div class="text small answer">${os(e.answer)}</div>
    </li>`}search(e){e.preventDefault();let t=new FormData(this.form),n=new URLSearchParams({q:String(t.get(`q`)),limit:`6`});for(let e of[`region`,`locale`]){let r=String(t.get(e)??``).trim();r&&n.set(e,r)}this.asked=n.toString(),this.found.load()}};G([z({attribute:!1})],vs.prototype,`api`,void 0),G([z({type:Boolean})],vs.prototype,`isBeside`,void 0),G([B()],vs.prototype,`asked`,void 0),G([Ie(`form`)],vs.prototype,`form`,void 0),vs=G([R(`search-tester`)],vs);var ys={title:``,body:``,url:null,audience:`public`,regions:[],locale:null,valid_from:null,valid_until:null,review_by:null,tags:[]};function bs(e){let t=e??{},n=Object.keys(ys);return Object.fromEntries(n.map(e=>[e,t[e]??ys[e]]))}var xs=`supportgraph:unsaved:`,Ss=`${xs}owner`;function Cs(e,t,n){try{n?sessionStorage.setItem(xs+e,JSON.stringify({revision:t,typed:n})):sessionStorage.removeItem(xs+e)}catch{return}}function ws(e,t){let n=JSON.parse(sessionStorage.getItem(xs+e)??`null`);return n?.revision===t?n.typed:null}function Ts(){for(let e of Object.keys(sessionStorage))e.startsWith(xs)&&sessionStorage.removeItem(e)}function Es(e){if(sessionStorage.getItem(Ss)!==e){Ts();try{sessionStorage.setItem(Ss,e)}catch{return}}}var Ds=[`preview`,`changes`,`history`,`answers`,`ask`],Os=class extends L{constructor(...e){super(...e),this.articleId=`new`,this.unsavedId=`new`,this.beginning=null,this.questions=[],this.draft=bs(null),this.side=`preview`,this.problem=``,this.isBusy=!1,this.isDeleting=!1,this.isBack=!1,this.article=new Nt(this,()=>this.read()),this.forget=()=>Cs(this.unsavedId,this.revision,null)}static{this.styles=[V,mo,eo,c`
      .columns {
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
        gap: 20px;
      }
      form {
        display: grid;
        gap: 14px;
        align-content: start;
      }
      .preview {
        padding: 18px;
      }
      .preview h3 {
        margin-block-end: 8px;
        font-size: 18px;
      }
      .asked {
        margin-block-end: 14px;
      }
      .asked ul {
        margin-block-start: 4px;
        padding-inline-start: 20px;
        list-style: disc;
      }
      @media (max-width: 860px) {
        .columns {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `]}get revision(){return this.article.value?.revision??0}get isNew(){return this.articleId===`new`}firstUpdated(){this.isNew?this.begin(this.beginning,ws(this.unsavedId,0)):this.article.load()}render(){let e=this.article.value;return N`
      <a class="back" href=${J(`articles`)}>${no(`back`,16)}${W.editor.all}</a>
      <div class="head"><h2>${this.isNew?W.editor.new:W.editor.edit}</h2>${e?N`<span class="chip">${W.revision(e.revision)}</span>`:P}</div>
      ${ro(this.article)} ${this.isNew||e?this.editing(e):P}
    `}editing(e){let t=Ds.filter(t=>e||t===`preview`||t===`ask`);return N`${this.questions.length?this.asked():P}
      ${this.isBack?N`<div class="done" role="status">
            ${W.editor.isBack}<button class="button small" @click=${this.discard}>${W.editor.discard}</button>
          </div>`:P}
      <div class="columns">
        <form @submit=${this.save}>
          <article-fields .draft=${this.draft} @draft-change=${this.write}></article-fields>
          ${this.problem?N`<p class="error" role="alert">${this.problem}</p>`:P}
          <div class="row">
            <button class="button main" ?disabled=${this.isBusy}>${this.isBusy?W.editor.saving:W.editor.save}</button>
            <a class="button" href=${J(`articles`)} @click=${this.forget}>${W.cancel}</a>
            <span class="row end">${e?this.deletion():P}</span>
          </div>
        </form>
        <div>
          <div class="choices" role="group" aria-label=${W.editor.beside}>
            ${t.map(e=>N`<button type="button" aria-pressed=${e===this.side?`true`:`false`} @click=${()=>this.side=e}>${W.editor.sides[e]}</button>`)}
          </div>
          ${this.beside(e)}
        </div>
      </div>`}asked(){return N`<section class="card asked" aria-label=${W.editor.customersAsked}>
      <h3 class="small">${W.editor.customersAsked}</h3>
      <ul>${this.questions.map(e=>N`<li>${e}</li>`)}</ul>
    </section>`}beside(e){let{title:t,body:n}=this.draft;return e&&this.side===`changes`?N`<text-diff .was=${ks(e)} .now=${ks(this.draft)} .wasName=${W.revision(e.revision)} .nowName=${W.editor.yourText}></text-diff>`:e&&this.side===`history`?N`<article-history .api=${this.api} .articleId=${e.id} .draft=${this.draft} @article-restore=${this.restore}></article-history>`:e&&this.side===`answers`?N`<past-answers .api=${this.api} .articleId=${e.id}></past-answers>`:this.side===`ask`?N`<search-tester .api=${this.api} isBeside></search-tester>`:N`<section class="card preview" aria-label=${W.editor.preview}>
      <h3>${t||W.editor.noTitle}</h3>
      ${n.trim()?$a(n):N`<p class="muted">${W.editor.noText}</p>`}
    </section>`}deletion(){return this.isDeleting?N`<span class="small">${W.editor.deleteHint}</span>
      <button class="button danger" type="button" ?disabled=${this.isBusy} @click=${this.deleteArticle}>${W.editor.deleteNow}</button>
      <button class="button" type="button" @click=${()=>this.isDeleting=!1}>${W.editor.keep}</button>`:N`<button class="button danger" type="button" @click=${()=>this.isDeleting=!0}>${W.editor.delete}</button>`}async read(){let e=await this.api.get(`/v1/kb/articles/${this.articleId}`);return this.begin(e,ws(this.unsavedId,e.revision)),e}begin(e,t){this.draft=t??bs(e),this.isBack=t!==null}write(e){this.keep(e.detail)}keep(e){this.draft=e,Cs(this.unsavedId,this.revision,e)}discard(){this.forget(),this.begin(this.article.value??this.beginning,null)}restore(e){this.keep(bs(e.detail)),this.side=`changes`}save(e){e.preventDefault(),this.work(async()=>{if(this.isNew)return await this.api.post(`/v1/kb/articles`,this.draft),this.leave(W.editor.isLive(this.draft.title));let e=`/v1/kb/articles/${this.articleId}`,t=await this.api.get(e),n=this.article.value?.revision;if(t.revision!==n)throw this.article.value=t,this.side=`changes`,Error(W.editor.savedMeanwhile);let r=await this.api.put(e,this.draft);this.leave(W.editor.isLiveAs(r.title,r.revision))})}deleteArticle(){this.work(async()=>{await this.api.delete(`/v1/kb/articles/${this.articleId}`),this.leave(W.editor.isDeleted(this.draft.title))})}async work(e){this.isBusy=!0,this.problem=``;try{await e()}catch(e){this.problem=bt(e)}finally{this.isBusy=!1}}leave(e){this.forget(),this.isConnected&&this.dispatchEvent(new CustomEvent(`article-saved`,{detail:e}))}};G([z({attribute:!1})],Os.prototype,`api`,void 0),G([z()],Os.prototype,`articleId`,void 0),G([z()],Os.prototype,`unsavedId`,void 0),G([z({attribute:!1})],Os.prototype,`beginning`,void 0),G([z({attribute:!1})],Os.prototype,`questions`,void 0),G([B()],Os.prototype,`draft`,void 0),G([B()],Os.prototype,`side`,void 0),G([B()],Os.prototype,`problem`,void 0),G([B()],Os.prototype,`isBusy`,void 0),G([B()],Os.prototype,`isDeleting`,void 0),G([B()],Os.prototype,`isBack`,void 0),Os=G([R(`article-editor`)],Os);var ks=({title:e,body:t})=>`${e}\n\n${t}`,As={customer_request:`accent`,repeated_failure:`warn`,no_answer:`warn`,low_confidence:`warn`,policy:`plain`,approval_needed:`accent`,identity_not_verified:`warn`,tool_failure:`danger`,sentiment:`danger`,safety:`danger`,model_unavailable:`plain`,agent_took_over:`plain`},js=e=>Object.hasOwn(As,e),Ms=e=>js(e)?[vt.handoffReasons[e],As[e]]:[e,`plain`],Ns=50,Ps=class extends L{constructor(...e){super(...e),this.query=``,this.next=null,this.found=new Nt(this,()=>this.more())}static{this.styles=[V,mo]}backTo(e,t){return N`<a class="back" href=${J(e)}>← ${t}</a>`}firstUpdated(){this.found.load()}render(){let e=this.frame(new URLSearchParams(this.query));return N`
      ${e.back}
      <div class="head"><h2>${e.title}</h2></div>
      ${ro(this.found,e.counting)}
      ${this.found.value?.length===0?N`<p class="card empty">${e.none}</p>`:P}
      <ol class="cards">
        ${this.found.value?.map(e=>N`<li class="card">${this.row(e)}</li>`)}
      </ol>
      ${this.next?N`<p><button class="button" ?disabled=${this.found.isLoading} @click=${()=>this.found.load()}>${W.showMore}</button></p>`:P}
    `}async more(){let e=this.next?`&after=${encodeURIComponent(this.next)}`:``,t=await this.api.get(`${this.path}?limit=${Ns}&${this.query}${e}`);return this.next=t.next,[...this.found.value??[],...t.items]}};G([z({attribute:!1})],Ps.prototype,`api`,void 0),G([z()],Ps.prototype,`query`,void 0);var Fs=class extends Ps{constructor(...e){super(...e),this.path=`/v1/kpis/conversations`}frame(e){let t=W.insights.list,n=e.get(`measure`)??``,r=W.insights.measures,i=t.title(r[n]??po(n.replace(`.`,` `)));return{back:this.backTo(`overview`,t.back),title:i,counting:t.counting,none:t.none}}row(e){let t=W.insights.list;return N`
      <div class="row">
        <a href=${J(`transcript`,e.id)}>${W.at(lo(e.created_at),co(e.created_at))}</a>
        <span class="chip ${e.outcome===`gave_up`?`bad`:e.outcome===`handed_off`?`warn`:``}">${t.outcomes[e.outcome]}</span>
        ${e.handoff_reason?N`<span class="small muted">${Ms(e.handoff_reason)[0]}</span>`:P}
      </div>
      <p class="small muted">
        ${[e.intent?po(e.intent):``,e.region??``,e.failed_turns?t.turns(e.failed_turns):``,e.csat===null?``:t.rated(e.csat)].filter(Boolean).join(` · `)}
      </p>
    `}};Fs=G([R(`behind-a-number`)],Fs);function Is(){return[...crypto.getRandomValues(new Uint8Array(16))].map(e=>e.toString(16).padStart(2,`0`)).join(``)}var Ls=[`answered`,`right_source`,`promise_kept`,`tone`,`effort`,`compliance`],Rs={one:1,zero:0,none:null},zs=e=>e===null?`none`:e===1?`one`:`zero`,Bs=class extends L{constructor(...e){super(...e),this.conversationId=``,this.problem=``,this.isKept=!1,this.found=new Nt(this,()=>this.api.get(`/v1/conversations/${this.conversationId}/score`))}static{this.styles=[V,mo,c`
      section {
        padding: 14px 16px;
        margin-block-end: 14px;
      }
      dl {
        display: grid;
        grid-template-columns: max-content 1fr;
        gap: 6px 16px;
        margin-block: 10px 14px;
        font-size: 14px;
      }
      dt {
        font-weight: 600;
      }
      dd {
        margin: 0;
      }
      form {
        display: flex;
        flex-wrap: wrap;
        gap: 10px;
        align-items: end;
      }
      form .note {
        flex: 1 1 240px;
      }
    `]}firstUpdated(){this.found.load()}render(){let e=W.scores,t=this.found.value;return N`<section class="card" aria-label=${e.review.title}>
      <div class="row"><h3>${e.review.title}</h3>${t?N`<strong>${e.overall(t.score.overall)}</strong>`:P}</div>
      ${ro(this.found,e.review.loading)} ${t?this.shown(t):P}
    </section>`}shown(e){let{review:t,dimensions:n}=W.scores;return N`
      ${e.is_final?P:N`<p class="small muted">${t.provisional}</p>`}
      <dl>
        ${Ls.map(t=>N`<dt>${n[t][0]}</dt><dd>${this.verdict(e,t)}</dd>`)}
      </dl>
      <form @submit=${this.keep}>
        <label>${t.dimension}
          <select name="dimension">${Ls.map(e=>N`<option value=${e}>${n[e][0]}</option>`)}</select>
        </label>
        <label>${t.yours}
          <select name="value">${Object.entries(W.scores.values).map(([e,t])=>N`<option value=${e}>${t}</option>`)}</select>
        </label>
        <label class="note">${t.note}<input name="note" maxlength="2000" /></label>
        <button class="button">${t.keep}</button>
      </form>
      ${this.problem?N`<p class="error" role="alert">${this.problem}</p>`:P}
      ${this.isKept?N`<p class="small" role="status">${t.kept}</p>`:P}
    `}verdict(e,t){let{review:n,values:r,reasons:i}=W.scores,a=e.score.verdicts[t];return a?N`<span class="chip ${a.value===null?``:a.value?`good`:`bad`}">${n.byRules(r[zs(a.value)],i[a.reason]??a.reason)}</span>
      ${e.readings.filter(e=>e.dimension===t).map(e=>this.reading(e))}`:N`–`}reading(e){let{review:t,values:n}=W.scores;return N`<span class="small">${t.byPerson(e.by,n[zs(e.value)])}${e.note?N` <q>${e.note}</q>`:P}</span>`}async keep(e){e.preventDefault();let t=e.target,n=new FormData(t),r={dimension:n.get(`dimension`),value:Rs[String(n.get(`value`))],note:String(n.get(`note`))||null};this.problem=``,this.isKept=!1;try{await this.api.post(`/v1/conversations/${this.conversationId}/score/review`,r,Is()),this.isKept=!0,t.reset()}catch(e){this.problem=bt(e)}await this.found.load()}};G([z({attribute:!1})],Bs.prototype,`api`,void 0),G([z()],Bs.prototype,`conversationId`,void 0),G([B()],Bs.prototype,`problem`,void 0),G([B()],Bs.prototype,`isKept`,void 0),Bs=G([R(`conversation-score`)],Bs);var Vs=class extends L{constructor(...e){super(...e),this.conversationId=``,this.messages=new Nt(this,()=>this.read())}static{this.styles=[V,ss,mo,c`
      .customer {
        background: var(--bubble);
      }
    `]}firstUpdated(){this.messages.load()}render(){let e=W.insights.transcript,t=this.messages.value?.[0];return N`
      <a class="back" href="#overview" @click=${this.back}>← ${e.back}</a>
      <div class="head"><h2>${e.title}</h2>${t?N`<span class="small muted">${lo(t.created_at)}</span>`:P}</div>
      <p class="intro">${e.masked}</p>
      ${ro(this.messages,e.loading)}
      <conversation-score .api=${this.api} .conversationId=${this.conversationId}></conversation-score>
      <ol class="cards">
        ${this.messages.value?.map(e=>N`<li class="card ${e.role}">
            <p class="small muted">
              <strong>${e.author.name}</strong> ${co(e.created_at)}
              ${e.turn_id&&e.role===`assistant`?N`<a href=${J(`history`,`turn:${e.turn_id}`)}>${W.history.ranUnder}</a>`:P}
            </p>
            <div class="text">${os(e.text)}</div>
            ${e.citations.length?N`<p class="small muted">${e.citations.map(e=>e.title).join(` · `)}</p>`:P}
          </li>`)}
      </ol>
    `}back(e){history.length<2||(e.preventDefault(),history.back())}async read(){return(await this.api.get(`/v1/conversations/${this.conversationId}/messages?limit=200`)).items}};G([z({attribute:!1})],Vs.prototype,`api`,void 0),G([z()],Vs.prototype,`conversationId`,void 0),Vs=G([R(`conversation-transcript`)],Vs);var Hs=class extends L{static{this.styles=[V,mo]}render(){let e=W.scores,{id:t,created_at:n,overall:r,wrong:i,csat:a}=this.scored;return N`<div class="row">
      <a href=${J(`transcript`,t)}>${W.at(lo(n),co(n))}</a>
      <strong>${e.overall(r)}</strong>
      ${Ls.map(t=>{let n=i[t];return n?N`<span class="chip warn">${e.dimensions[t][0]}: ${e.reasons[n]??n}</span>`:P})}
      ${a===null?P:N`<span class="small muted">${e.rated(a)}</span>`}
    </div>`}};G([z({attribute:!1})],Hs.prototype,`scored`,void 0),Hs=G([R(`scored-conversation`)],Hs);var Us=class extends Ps{constructor(...e){super(...e),this.path=`/v1/insights/scores/conversations`}frame(e){let t=W.scores,n=Ls.find(t=>t===e.get(`dimension`)),r=e.get(`reason`)??``,i=t.list.title(n?t.dimensions[n][0]:``,t.reasons[r]??r);return{back:this.backTo(`quality`,t.list.back),title:i,counting:t.counting,none:t.list.none}}row(e){return N`<scored-conversation .scored=${e}></scored-conversation>`}};Us=G([R(`score-conversations`)],Us);var Ws=864e5,Gs=[`7`,`30`,`90`],Ks=class extends L{constructor(...e){super(...e),this.period=``,this.found=new Nt(this,()=>this.api.get(`/v1/insights/scores?from=${this.from}`))}static{this.styles=[V,mo,c`
      .wide {
        overflow-x: auto;
        padding: 8px 16px;
        margin-block-start: 10px;
      }
      table {
        inline-size: 100%;
        min-inline-size: 720px;
        border-collapse: collapse;
        font-size: 14px;
      }
      th,
      td {
        padding: 10px 16px 10px 0;
        border-block-end: 1px solid var(--line);
        text-align: start;
        vertical-align: top;
      }
      tr:last-child > * {
        border-block-end: 0;
      }
      tbody th {
        min-inline-size: 200px;
        font-weight: 600;
      }
      tbody th p {
        font-weight: 400;
      }
      td ul {
        display: grid;
        gap: 2px;
      }
      h3 {
        margin-block: 22px 10px;
      }
    `]}firstUpdated(){this.found.load()}get from(){return new Date(Date.now()-Number(this.period||30)*Ws).toISOString()}render(){let e=W.scores,t=this.found.value;return N`
      <div class="head"><h2>${e.title}</h2></div>
      <p class="intro">${e.intro}</p>
      <div class="choices" role="group" aria-label=${e.period}>
        ${Gs.map(t=>N`<button aria-pressed=${(this.period||`30`)===t} @click=${()=>ms(`quality`,t)}>${e.periods[t]}</button>`)}
      </div>
      ${ro(this.found,e.counting)} ${t?this.report(t):P}
    `}report(e){let t=W.scores,n=e.not_scored?N`<p class="small muted" role="status">${t.notScored(e.not_scored)}</p>`:P;if(!e.conversations)return N`${n}<div class="card empty"><h3>${t.none}</h3><p>${t.noneHint}</p></div>`;let{columns:r}=t;return N`
      <p>${t.summary(e.conversations,e.overall,e.rules_version)}</p>
      ${n}
      <div class="card wide">
        <table>
          <thead>
            <tr>
              <th scope="col">${r.dimension}</th>
              <th scope="col">${r.share}</th>
              <th scope="col">${r.wrong}</th>
              <th scope="col">${r.people}</th>
            </tr>
          </thead>
          <tbody>
            ${e.dimensions.map(e=>this.row(e))}
          </tbody>
        </table>
      </div>
      <h3>${t.csat}</h3>
      <p>${this.rated(e.csat)}</p>
      ${e.lowest.length?N`<h3>${t.lowest}</h3>`:P}
      <ol class="cards">
        ${e.lowest.map(e=>N`<li class="card"><scored-conversation .scored=${e}></scored-conversation></li>`)}
      </ol>
    `}row({dimension:e,rate:t,not_applicable:n,reasons:r,people:i}){let a=W.scores,[o,s]=a.dimensions[e];return N`<tr>
      <th scope="row">
        ${t.count<t.n?N`<a href=${this.hrefOf(e)}>${o}</a>`:o}
        <p class="small muted">${s}</p>
      </th>
      <td>
        ${a.share(t.value,t.count,t.n,t.low,t.high)}
        ${n?N`<p class="small muted">${a.notApplicable(n)}</p>`:P}
      </td>
      <td>
        <ul>
          ${Object.entries(r).map(([t,n])=>N`<li><a href=${this.hrefOf(e,t)}>${a.reasons[t]??t}</a> ${n}</li>`)}
        </ul>
      </td>
      <td>${a.people(i.same,i.n,i.kappa)}</td>
    </tr>`}hrefOf(e,t=``){return J(`quality`,new URLSearchParams({dimension:e,from:this.from,...t?{reason:t}:{}}).toString())}rated(e){let t=W.scores;return e.n<e.enough?t.tooFew(e.n,e.enough):e.auc===null||e.low===null||e.high===null?t.allAlike(e.n):t.predicts(e.n,e.auc,e.low,e.high,e.spearman)}};G([z({attribute:!1})],Ks.prototype,`api`,void 0),G([z()],Ks.prototype,`period`,void 0),Ks=G([R(`score-list`)],Ks);var qs=(e,t,n)=>{let r=new Map;for(let i=t;i<=n;i++)r.set(e[i],i);return r},Js=Re(class extends ze{constructor(e){if(super(e),e.type!==Le.CHILD)throw Error(`repeat() can only be used in text expressions`)}dt(e,t,n){let r;n===void 0?n=t:t!==void 0&&(r=t);let i=[],a=[],o=0;for(let t of e)i[o]=r?r(t,o):o,a[o]=n(t,o),o++;return{values:a,keys:i}}render(e,t,n){return this.dt(e,t,n).values}update(e,[t,n,r]){let i=qe(e),{values:a,keys:o}=this.dt(t,n,r);if(!Array.isArray(i))return this.ut=o,a;let s=this.ut??=[],c=[],l,u,d=0,f=i.length-1,p=0,m=a.length-1;for(;d<=f&&p<=m;)if(i[d]===null)d++;else if(i[f]===null)f--;else if(s[d]===o[p])c[p]=We(i[d],a[p]),d++,p++;else if(s[f]===o[m])c[m]=We(i[f],a[m]),f--,m--;else if(s[d]===o[m])c[m]=We(i[d],a[m]),Ue(e,c[m+1],i[d]),d++,m--;else if(s[f]===o[p])c[p]=We(i[f],a[p]),Ue(e,i[d],i[f]),f--,p++;else if(l===void 0&&(l=qs(o,p,m),u=qs(s,d,f)),l.has(s[d])){if(l.has(s[f])){let t=u.get(o[p]),n=t===void 0?null:i[t];if(n===null){let t=Ue(e,i[d]);We(t,a[p]),c[p]=t}else c[p]=We(n,a[p]),Ue(e,i[d],n),i[t]=null;p++}else Je(i[f]),f--}else Je(i[d]),d++;for(;p<=m;){let t=Ue(e,c[m+1]);We(t,a[p]),c[p++]=t}for(;d<=f;){let e=i[d++];e!==null&&Je(e)}return this.ut=o,Ke(e,c),ge}}),Ys=e=>Array.isArray(e)?e.join(`, `):String(e),Xs=3e3,Zs=class extends L{constructor(...e){super(...e),this.remedyId=``,this.problem=``,this.timer=0,this.remedy=new Nt(this,()=>this.read())}static{this.styles=[V,mo,c`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 8px;
      }
      .chip.verdict {
        border-radius: var(--radius-small);
        white-space: normal;
      }
      pre {
        margin: 0;
        overflow-x: auto;
      }
      table {
        inline-size: 100%;
        border-collapse: collapse;
        font-size: 13px;
      }
      th,
      td {
        padding: 4px 6px;
        border-block-end: 1px solid var(--line);
        text-align: start;
      }
    `]}disconnectedCallback(){super.disconnectedCallback(),clearTimeout(this.timer)}firstUpdated(){this.remedy.load()}render(){let e=W.insights.struggles,t=this.remedy.value;return t?N`
      ${this.problem?N`<p class="error" role="alert">${this.problem}</p>`:P}
      <p><strong>${e.remedies[t.kind]}:</strong> ${t.article?.title??t.words} <span class="chip">${e.statuses[t.status]}</span></p>
      ${t.reason?N`<p class="small muted">${t.reason}</p>`:P}
      ${this.kindsOwn(t)}
      ${t.status===`testing`?N`<p class="small" role="status">${e.testing}</p>`:P}
      ${t.evaluation?this.evaluation(t.evaluation):P}
      ${t.effect?.after.n?N`<p class="small">${e.effect(Qe(t.effect.days,1),U(t.effect.before.value??0),U(t.effect.after.value??0))}</p>`:P}
      <div class="row">${this.steps(t)}</div>
    `:N`${ro(this.remedy)}`}steps(e){let t=W.insights.struggles,n=e.kind===`article`||e.policy!==null||e.text!==null,r=!n||e.evaluation?.is_passed===!0,i={policy:e.policy?t.approveRule:void 0,text:e.text?t.approveText:void 0,eval_case:t.approveCases,utterances:t.approveWords}[e.kind];switch(e.status){case`accepted`:case`tested`:return N`${r?N`<button class="button main" @click=${()=>this.go(`approve`)}>${i??t.approve}</button>`:P}
        ${n?N`<button class="button ${r?``:`main`}" @click=${()=>this.go(`test`)}>${t.test}</button>`:P}`;case`approved`:case`live`:return N`<button class="button" @click=${()=>this.go(`rollback`)}>${t.rollBack}</button>`;default:return P}}kindsOwn(e){let t=W.insights.struggles;if(e.kind===`policy`&&e.policy){let{field:n,before:r,after:i}=e.policy,a={approved:t.applyPatch,rolled_back:t.takenOutByPatch}[e.status];return N`<p class="small">${t.ruleBecomes(n,Ys(r),i===null?null:Ys(i))}</p>
        ${a&&e.patch?N`<p class="small">${a}</p><pre class="small">${e.patch}</pre>`:P}`}if(e.text){let{message:n,before:r,after:i}=e.text,a={approved:t.applyTexts,rolled_back:t.takenOutOfTexts}[e.status];return N`${Object.keys(i).map(e=>N`<p class="small"><code>${n}</code> (${e}): <del>${r[e]}</del> <ins>${i[e]}</ins></p>`)}
      ${a&&e.patch?N`<p class="small">${a}</p><pre class="small">${e.patch}</pre>`:P}`}return e.kind===`eval_case`&&e.cases?N`<p class="small">${t.cases(e.cases)}</p>`:e.kind===`utterances`&&e.intent?N`<p class="small">${t.learnedNext(e.intent)}</p>`:P}evaluation(e){let t=W.insights.struggles,n=e=>e?t.answered:t.notAnswered;return N`<p class="chip verdict ${e.is_passed?`good`:`bad`}">${e.words}</p>
      <table>
        <tr><th></th><th>${t.before}</th><th>${t.after}</th></tr>
        ${e.cases.map((e,t)=>N`<tr>
            <td><a href=${J(`transcript`,e.conversation_id)}>${t+1}</a></td>
            <td>${n(e.before)}</td>
            <td>${n(e.after)}</td>
          </tr>`)}
      </table>
      ${e.suites.map(e=>N`<p class="small">
          ${t.suite(e.suite,e.before,e.after,e.cases)}${e.broken.length?N`: ${t.broken(e.broken.join(`, `))}`:P}
        </p>`)}`}async go(e){this.problem=``;try{await this.api.post(`/v1/insights/remedies/${this.remedyId}/${e}`,{},Is())}catch(e){this.problem=bt(e)}await this.remedy.load(),e===`rollback`&&!this.problem&&this.dispatchEvent(new CustomEvent(`remedy-taken-back`))}async read(){let e=await this.api.get(`/v1/insights/remedies/${this.remedyId}`);return clearTimeout(this.timer),e.status===`testing`&&(this.timer=window.setTimeout(()=>void this.remedy.load(),Xs)),e}};G([z({attribute:!1})],Zs.prototype,`api`,void 0),G([z()],Zs.prototype,`remedyId`,void 0),G([B()],Zs.prototype,`problem`,void 0),Zs=G([R(`remedy-card`)],Zs);var Qs=class extends L{constructor(...e){super(...e),this.told=[],this.at=0}static{this.styles=[V,c`
      :host {
        display: grid;
        gap: 8px;
      }
      textarea {
        min-block-size: 70px;
      }
    `]}get written(){let e=this.told[this.at],t=[...this.renderRoot.querySelectorAll(`textarea`)].filter(t=>t.value.trim()!==e?.words[t.name]);return{message:e?.message??``,after:Object.fromEntries(t.map(e=>[e.name,e.value.trim()]))}}render(){let e=W.insights.struggles,t=this.told[this.at];return t?N`<label>${e.whichMessage}
        <select @change=${e=>{this.at=e.target.selectedIndex}}>
          ${this.told.map(t=>N`<option>${e.toldIn(t.message,t.conversations)}</option>`)}
        </select>
      </label>
      ${Object.entries(t.words).map(([t,n])=>N`<label>${e.wordsIn(t)}<textarea name=${t} lang=${t} maxlength="4000" .value=${n}></textarea></label>`)}`:P}};G([z({attribute:!1})],Qs.prototype,`told`,void 0),G([B()],Qs.prototype,`at`,void 0),Qs=G([R(`words-form`)],Qs);var $s=864e5,ec=[`yesterday`,`7`,`30`];function tc(e,t){return Array.isArray(e)?t.split(`,`).map(e=>e.trim()):typeof e==`number`&&/^\d+$/.test(t.trim())?Number(t):t.trim()}function nc(e){let t=Math.floor(Date.now()/$s)*$s,[n,r]=e===`yesterday`?[t-$s,t]:[Date.now()-Number(e||30)*$s,Date.now()];return`from=${new Date(n).toISOString()}&to=${new Date(r).toISOString()}`}var rc=class extends L{constructor(...e){super(...e),this.period=``,this.problem=``,this.found=new Nt(this,()=>this.api.get(`/v1/insights/struggles?${nc(this.period)}`))}static{this.styles=[V,mo,c`
      .cards {
        grid-template-columns: repeat(auto-fill, minmax(min(460px, 100%), 1fr));
      }
      .cards > li.card {
        align-content: start;
      }
      h3 {
        font-size: 16px;
        overflow-wrap: anywhere;
      }
      h3::first-letter {
        text-transform: uppercase;
      }
      .examples {
        display: grid;
        gap: 4px;
      }
      textarea {
        min-block-size: 110px;
      }
    `]}firstUpdated(){this.found.load()}render(){let e=W.insights.struggles,t=this.found.value;return N`
      <div class="head"><h2>${e.title}</h2></div>
      <p class="intro">${e.intro}</p>
      <div class="choices" role="group" aria-label=${e.period}>
        ${ec.map(t=>N`<button aria-pressed=${(this.period||`30`)===t} @click=${()=>ms(`struggles`,t)}>${e.periods[t]}</button>`)}
      </div>
      ${this.problem?N`<p class="error" role="alert">${this.problem}</p>`:P} ${ro(this.found,e.grouping)}
      ${t?.items.length===0&&!t.unread?N`<div class="card empty"><h3>${e.none}</h3><p>${e.noneHint}</p></div>`:P}
      <ul class="cards">
        ${Js(t?.items??[],e=>e.id,e=>this.card(e))}
      </ul>
      ${t?.unread?N`<p class="small muted" role="status">${e.unread(t.unread)}
            <button class="button small" ?disabled=${this.found.isLoading} @click=${()=>this.found.load()}>${e.goOn}</button></p>`:P}
    `}card(e){let t=W.insights.struggles,n=t.signs,{assistant:r,person:i,nobody:a}=e.solved_by;return N`<li class="card">
      <div class="row">
        <h3>${e.name}</h3>
        <span class="chip warn">${t.n(e.n)}</span>
        ${e.rising?N`<span class="chip bad">${t.rising}</span>`:P}
      </div>
      <p class="small muted">${t.share(e.share.value,e.before.value)}</p>
      <p class="row small">
        ${Object.entries(e.kinds).map(([e,t])=>N`<span class="chip">${n[e]??e} ${t}</span>`)}
      </p>
      <ul class="examples small">
        ${e.examples.map(e=>N`<li class="quoted"><a href=${J(`transcript`,e.conversation_id)}>${e.text}</a></li>`)}
      </ul>
      <p class="small muted">${t.solvedBy(r,i,a)}</p>
      ${e.remedy&&e.remedy.status!==`rolled_back`?N`<remedy-card .api=${this.api} .remedyId=${e.remedy.id} @remedy-taken-back=${()=>this.found.load()}></remedy-card>`:this.proposal(e)}
    </li>`}proposal(e){let t=W.insights.struggles,{kind:n,words:r,article:i,policy:a}=e.proposal;return N`<form @submit=${t=>this.accept(t,e)}>
      <p><strong>${t.remedies[n]}:</strong> ${r}</p>
      ${i?N`<label>${t.articleTitle}<input name="title" required maxlength="300" .value=${i.title} /></label>
            <label>${t.articleText}<textarea name="body" required .value=${i.body}></textarea></label>`:P}
      ${a?N`<p class="small">${t.ruleBecomes(a.field,Ys(a.before),null)}</p>
            <label>${t.ruleAfter}<input name="after" required maxlength="200" .value=${a.after===null?``:Ys(a.after)} /></label>`:P}
      ${n===`text`?N`<words-form .told=${e.told}></words-form>`:P}
      <div class="row">
        <button class="button main">${t.accept}</button>
        <input class="end" name="reason" aria-label=${t.reason} placeholder=${t.reason} maxlength="500" />
        <button class="button" type="button" @click=${t=>this.dismiss(t,e)}>${t.dismiss}</button>
      </div>
    </form>
    ${n!==`text`&&e.told.length?N`<details><summary>${t.otherWords}</summary>
            <form @submit=${t=>this.accept(t,e)}>
              <words-form .told=${e.told}></words-form>
              <button class="button">${t.acceptWords}</button>
            </form></details>`:P}`}async accept(e,t){e.preventDefault();let n=e.target,r=n.querySelector(`words-form`);if(r){await this.decide(t,`accept`,{remedy:{kind:`text`,text:r.written}});return}let i=new FormData(n),{kind:a,article:o,policy:s}=t.proposal,c=o&&{title:i.get(`title`),body:i.get(`body`),article_id:o.article_id},l=s&&{after:tc(s.before,String(i.get(`after`)))};await this.decide(t,`accept`,c?{remedy:{kind:a,article:c}}:l?{remedy:{kind:a,policy:l}}:{})}async dismiss(e,t){let n=new FormData(e.target.form??void 0).get(`reason`);await this.decide(t,`dismiss`,{reason:n})}async decide(e,t,n){this.problem=``;try{await this.api.post(`/v1/insights/struggles/${encodeURIComponent(e.id)}/${t}`,n,Is())}catch(e){this.problem=bt(e)}await this.found.load()}};G([z({attribute:!1})],rc.prototype,`api`,void 0),G([z()],rc.prototype,`period`,void 0),G([B()],rc.prototype,`problem`,void 0),rc=G([R(`struggle-list`)],rc);var ic=.1;function ac(e,t){return!t.length||t.some(e=>e.passed<e.total)?null:[.1,.5,1].find(t=>t>e+.001)??null}function oc(e,t,n){let r=e.filter(e=>e.name!==t),i=r.reduce((e,t)=>e+t.weight,0),a=1-n,o={[t]:n};for(let e of r){let t=i>0?e.weight/i:+!!e.is_default;t*a>0&&(o[e.name]=t*a)}return Object.fromEntries(Object.entries(o).filter(([,e])=>e>0))}var sc=e=>{let t=new Map;for(let n of[...e].sort((e,t)=>e.ran_at.localeCompare(t.ran_at)))t.set(n.suite,n);return[...t.values()]},cc=class extends L{constructor(...e){super(...e),this.problem=``,this.found=new Nt(this,()=>this.read())}static{this.styles=[V,mo,c`
      .cards + .head {
        margin-block-start: 24px;
      }
    `]}firstUpdated(){this.found.load()}render(){let e=W.insights.versions,t=this.found.value;return N`
      <div class="head"><h2>${e.title}</h2></div>
      <p class="intro">${e.intro}</p>
      ${this.problem?N`<p class="error" role="alert">${this.problem}</p>`:P} ${ro(this.found)}
      <ul class="cards">
        ${t?.versions.map(e=>this.version(e,t.versions))}
      </ul>
      <div class="head"><h2>${e.experiments}</h2></div>
      ${t?.experiments.length===0?N`<p class="card empty">${e.noExperiments}</p>`:P}
      <ul class="cards">
        ${t?.experiments.map(e=>this.experiment(e))}
      </ul>
    `}version(e,t){let n=W.insights.versions,r=sc(e.eval_results),i=ac(e.weight,r),a=n=>()=>this.act(()=>this.api.put(`/v1/graph-versions/rollout`,{weights:oc(t,e.name,n)}));return N`<li class="card">
      <div class="row">
        <h3>${e.name}</h3>
        <span class="chip ${e.weight?`good`:``}">${n.share(U(e.weight))}</span>
        <span class="small muted">${n.open(e.open_conversations)}</span>
        <span class="end row">
          ${i===null?P:N`<button class="button main" @click=${a(i)}>${n.give(U(i))}</button>`}
          ${e.weight>0&&e.weight<1?N`<button class="button" @click=${a(0)}>${n.stop}</button>`:P}
        </span>
      </div>
      <p class="small muted">
        ${r.length?r.map(e=>n.suite(e.suite,e.passed,e.total,lo(e.ran_at))).join(` · `):n.noResults}
        ${r.length||e.weight?P:n.mayBegin(U(ic))}
      </p>
    </li>`}experiment(e){let t=W.insights.versions,n=e.results?.arms.find(e=>e.verdict===`better`),r=t=>()=>this.act(()=>this.api.post(`/v1/experiments/${e.id}/stop`,t?{promote:t}:{},Is())),i=e.status===`running`;return N`<li class="card">
      <div class="row">
        <h3>${e.name}</h3>
        <span class="chip">${t.statuses[e.status]}</span>
        ${e.results?N`<span class="chip ${n?`good`:``}">${t.verdicts[e.results.verdict]}</span>`:P}
        <span class="end row">
          ${i&&n?N`<button class="button main" @click=${r(n.name)}>${t.promote(n.name)}</button>`:P}
          ${e.status===`stopped`?P:N`<button class="button" @click=${r(null)}>${i?t.end:t.takeBack}</button>`}
        </span>
      </div>
      <p class="small">${e.results?.words}</p>
      <p class="small muted">${e.results?.checks.map(e=>e.words).join(` `)}</p>
    </li>`}async act(e){this.problem=``;try{await e()}catch(e){this.problem=bt(e)}await this.found.load()}async read(){let[e,t]=await Promise.all([this.api.get(`/v1/graph-versions`),this.api.get(`/v1/experiments?limit=20`)]),n=await Promise.all(t.items.map(e=>this.api.get(`/v1/experiments/${e.id}/results`)));return{versions:e.items,experiments:t.items.map((e,t)=>({...e,results:n[t]??null}))}}};G([z({attribute:!1})],cc.prototype,`api`,void 0),G([B()],cc.prototype,`problem`,void 0),cc=G([R(`version-list`)],cc);var lc=c`
  .filter {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 190px auto;
    gap: 10px 14px;
    align-items: end;
    margin-block-end: 14px;
  }
  .check {
    display: flex;
    align-items: center;
    gap: 8px;
    min-block-size: 40px;
  }
  .check input {
    inline-size: 18px;
    block-size: 18px;
    margin: 0;
    accent-color: var(--accent);
  }
  .wrap {
    padding: 0;
    overflow: hidden;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: 14px;
  }
  th,
  td {
    padding: 9px 14px;
    border-block-end: 1px solid var(--line);
    text-align: start;
    vertical-align: top;
  }
  th {
    font-size: 13px;
    color: var(--muted);
    white-space: nowrap;
  }
  tr:last-child td {
    border-block-end: 0;
  }
  td:first-child a {
    font-weight: 550;
  }
  .number {
    text-align: end;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .due {
    color: var(--warn);
    font-weight: 600;
  }
  .chip {
    text-decoration: none;
  }
  .more {
    margin-block-start: 12px;
  }
  @media (max-width: 720px) {
    .filter {
      grid-template-columns: 1fr;
    }
    table,
    tbody,
    tr,
    td {
      display: block;
    }
    thead {
      display: none;
    }
    tr {
      display: grid;
      grid-template-columns: 3fr 2fr;
      gap: 2px 12px;
      padding: 10px 14px;
      border-block-end: 1px solid var(--line);
    }
    tr:last-child {
      border: 0;
    }
    td,
    td.number {
      display: flex;
      gap: 8px;
      padding: 2px 0;
      border: 0;
      text-align: start;
      white-space: normal;
    }
    td:first-child {
      display: block;
      grid-column: 1 / -1;
      padding-block-end: 4px;
    }
    td:last-child {
      grid-column: 1 / -1;
    }
    td[data-name]::before {
      content: attr(data-name);
      flex: none;
      color: var(--muted);
      font-size: 13px;
    }
  }
`,uc={answers:0,helpful:0,rated:0,openFlags:0,problems:[]};async function dc(e){let[t,n,r]=await Promise.all([e.get(`/v1/kb/use`),so(e,`/v1/kb/flags?status=open`),so(e,`/v1/kb/audit`)]),i=new Map,a=e=>{let t=i.get(e)??{...uc,problems:[]};return i.set(e,t),t};for(let{article_id:e,...n}of t.items)Object.assign(a(e),n);for(let e of n)for(let t of e.articles)a(t).openFlags+=1;for(let e of r)if(e.kind!==`unanswered`)for(let{id:t}of e.articles)a(t).problems.includes(e.kind)||a(t).problems.push(e.kind);return i}var fc=(e,t)=>e.get(t)??uc,pc=100,mc=[`title`,`answers`,`flags`,`changed`],hc=class extends L{constructor(...e){super(...e),this.done=``,this.sought=``,this.order=`title`,this.isOnlyProblems=!1,this.most=pc,this.articles=new Nt(this,()=>so(this.api,`/v1/kb/articles`)),this.health=new Nt(this,()=>dc(this.api))}static{this.styles=[V,mo,lc]}firstUpdated(){this.articles.load(),this.health.load()}updated(e){(e.has(`sought`)||e.has(`order`))&&(this.most=pc)}render(){let e=this.articles.value;return N`
      <div class="head">
        <h2>${W.articles.title} ${e?N`<span class="muted">${H(e.length)}</span>`:P}</h2>
        <a class="button main" href=${J(`articles`,`new`)}>${W.articles.new}</a>
      </div>
      <p class="intro">${W.articles.intro}</p>
      ${this.done?N`<div class="done" role="status">${no(`check`)}${this.done}</div>`:P}
      ${ro(this.articles)} ${e?this.whole(e):P}
    `}whole(e){if(!e.length)return N`<div class="card empty">
        <h3>${W.articles.none}</h3>
        <p>${W.articles.noneHint(N`<a href=${J(`import`)}>${W.sections.import}</a>`)}</p>
      </div>`;let t=this.health.value??new Map,n=this.sorted(e.filter(e=>this.fits(e,fc(t,e.id))),t);return N`<div class="filter">
        <label>
          ${W.articles.filter}
          <input type="search" @input=${e=>this.sought=e.target.value.toLowerCase()} />
        </label>
        <label>
          ${W.articles.order}
          <select @change=${e=>this.order=e.target.value}>
            ${mc.map(e=>N`<option value=${e}>${W.articles.orders[e]}</option>`)}
          </select>
        </label>
        <label class="check">
          <input type="checkbox" @change=${e=>this.isOnlyProblems=e.target.checked} />
          ${W.articles.onlyProblems}
        </label>
      </div>
      ${this.health.problem?N`<p class="error" role="alert">${W.articles.healthUnknown(this.health.problem)}</p>`:P}
      ${n.length?this.table(n,t):N`<p class="card empty">${W.articles.noneFits}</p>`}`}fits(e,t){return this.isOnlyProblems&&!t.openFlags&&!t.problems.length?!1:`${e.title} ${e.tags.join(` `)} ${e.url??``}`.toLowerCase().includes(this.sought)}sorted(e,t){let n={title:()=>0,answers:(e,n)=>fc(t,n.id).answers-fc(t,e.id).answers,flags:(e,n)=>fc(t,n.id).openFlags-fc(t,e.id).openFlags,changed:(e,t)=>t.updated_at.localeCompare(e.updated_at)};return e.sort((e,t)=>n[this.order](e,t)||e.title.localeCompare(t.title))}table(e,t){let{columns:n}=W.articles,r=e.length-this.most;return N`<div class="card wrap">
        <table>
          <thead>
            <tr>
              <th scope="col">${n.title}</th><th scope="col">${n.servedTo}</th><th scope="col" class="number">${n.answers}</th>
              <th scope="col" class="number">${n.helpful}</th><th scope="col">${n.reviewBy}</th><th scope="col">${n.health}</th>
            </tr>
          </thead>
          <tbody>
            ${e.slice(0,this.most).map(e=>this.row(e,fc(t,e.id)))}
          </tbody>
        </table>
      </div>
      ${r>0?N`<button class="button more" @click=${()=>this.most+=pc}>${W.articles.moreLeft(r)}</button>`:P}`}row(e,{answers:t,helpful:n,rated:r,openFlags:i,problems:a}){let{columns:o}=W.articles,s=e.review_by!==null&&Date.parse(e.review_by)<=Date.now(),c=this.health.value!==null,l=(e.audience===`staff`?W.articles.staffOnly:e.regions.length?e.regions.join(`, `):W.everyone)+(e.locale?`\u00a0·\u00a0${e.locale}`:``);return N`<tr>
      <td>
        <a href=${J(`articles`,e.id)}>${e.title}</a>
        <div class="small muted">${W.articles.changed(e.revision,lo(e.updated_at))}</div>
      </td>
      <td data-name=${o.servedTo}>${l}</td>
      <td class="number" data-name=${o.answers}>${c?H(t):`…`}</td>
      <td class="number" data-name=${o.helpful}>${c?r?W.articles.helpfulOf(n,r):`–`:`…`}</td>
      <td data-name=${o.reviewBy}>${e.review_by?N`<span class=${s?`due`:``}>${s?W.articles.due(lo(e.review_by)):lo(e.review_by)}</span>`:`–`}</td>
      <td data-name=${o.health}>
        <div class="row">
          ${i?N`<a class="chip bad" href=${J(`flags`)}>${no(`flag`,12)}${W.articles.flagged(i)}</a>`:P}
          ${a.map(e=>N`<a class="chip warn" href=${J(`audit`,e)}>${W.audit.findings[e].name}</a>`)}
          ${c&&!i&&!a.length?N`<span class="muted">${W.articles.good}</span>`:c?P:`…`}
        </div>
      </td>
    </tr>`}};G([z({attribute:!1})],hc.prototype,`api`,void 0),G([z()],hc.prototype,`done`,void 0),G([B()],hc.prototype,`sought`,void 0),G([B()],hc.prototype,`order`,void 0),G([B()],hc.prototype,`isOnlyProblems`,void 0),G([B()],hc.prototype,`most`,void 0),hc=G([R(`article-list`)],hc);var gc=class extends L{constructor(...e){super(...e),this.one=``,this.other=``,this.pair=new Nt(this,()=>Promise.all([this.one,this.other].map(e=>this.api.get(`/v1/kb/articles/${e}`))))}static{this.styles=[V,mo]}firstUpdated(){this.pair.load()}render(){let[e,t]=this.pair.value??[];return N`${ro(this.pair)}
    ${e&&t?N`<text-diff .was=${e.body} .now=${t.body} .wasName=${e.title} .nowName=${t.title}></text-diff>`:P}`}};G([z({attribute:!1})],gc.prototype,`api`,void 0),G([z()],gc.prototype,`one`,void 0),G([z()],gc.prototype,`other`,void 0),gc=G([R(`article-comparison`)],gc);var _c=new Set([`near_duplicate`,`contradicting`]),vc=6,yc=class extends L{constructor(...e){super(...e),this.kind=``,this.compared=``,this.findings=new Nt(this,()=>so(this.api,`/v1/kb/audit`))}static{this.styles=[V,mo,c`
      .names {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 14px;
      }
      .detail::first-letter {
        text-transform: uppercase;
      }
      .detail {
        overflow-wrap: anywhere;
      }
    `]}firstUpdated(){this.findings.load()}render(){let e=this.findings.value;return N`
      <div class="head">
        <h2>${W.audit.title}</h2>
        ${e?N`<button class="button small" ?disabled=${this.findings.isLoading} @click=${()=>this.findings.load()}>${W.audit.again}</button>`:P}
      </div>
      <p class="intro">${W.audit.intro}</p>
      ${ro(this.findings,W.audit.reading)}
      ${e?.length===0?N`<div class="card empty"><h3>${W.audit.none}</h3><p>${W.audit.noneHint}</p></div>`:P}
      ${e?.length?this.whole(e):P}
    `}whole(e){let t=Object.keys(W.audit.findings).filter(t=>e.some(e=>e.kind===t)),n=e.filter(e=>!this.kind||e.kind===this.kind),r=(e,t,n)=>N`<button aria-pressed=${e===this.kind?`true`:`false`} @click=${()=>ms(`audit`,e)}>${t} <span class="n">${H(n)}</span></button>`;return N`<div class="choices" role="group" aria-label=${W.audit.kind}>
        ${r(``,W.audit.all,e.length)}
        ${t.map(t=>r(t,W.audit.findings[t].name,e.filter(e=>e.kind===t).length))}
      </div>
      ${n.length?P:N`<p class="card empty">${W.audit.noneOfKind}</p>`}
      <ul class="cards">
        ${n.map(e=>this.row(e))}
      </ul>`}row(e){let{name:t,remedy:n}=W.audit.findings[e.kind],[r,i]=e.articles,a=this.compared===e.id,o=e.kind===`unanswered`?W.audit.asked(e.met):e.met?W.audit.met(e.met):``;return N`<li class="card">
      <div class="row">
        <span class="chip warn">${t}</span>
        ${o?N`<span class="small muted">${o}</span>`:P}
      </div>
      <p class="detail">${e.detail}</p>
      <div class="names">
        ${e.kind===`unanswered`&&e.articles.length?N`<span class="small muted">${W.audit.nearest}</span>`:P}
        ${e.articles.slice(0,vc).map(e=>N`<a href=${J(`articles`,e.id)}>${e.title}</a>`)}
        ${e.articles.length>vc?N`<span class="muted">${W.more(e.articles.length-vc)}</span>`:P}
      </div>
      <div class="row">
        <span class="small muted">${n}</span>
        ${e.kind===`unanswered`?N`<a class="small" href=${J(`gaps`)}>${W.audit.seeGaps}</a>`:P}
        ${_c.has(e.kind)&&r&&i?N`<button class="button small end" aria-expanded=${a?`true`:`false`} @click=${()=>this.compared=a?``:e.id}>
              ${W.compare}
            </button>`:P}
      </div>
      ${a&&r&&i?N`<article-comparison .api=${this.api} .one=${r.id} .other=${i.id}></article-comparison>`:P}
    </li>`}};G([z({attribute:!1})],yc.prototype,`api`,void 0),G([z()],yc.prototype,`kind`,void 0),G([B()],yc.prototype,`compared`,void 0),yc=G([R(`audit-list`)],yc);var bc=[`open`,`resolved`,`dismissed`],xc=class extends L{constructor(...e){super(...e),this.done=``,this.status=`open`,this.flags=new Nt(this,()=>so(this.api,`/v1/kb/flags?status=${this.status}`,1e3))}static{this.styles=[V,mo,c`
      .correction {
        overflow-wrap: anywhere;
      }
    `]}firstUpdated(){this.flags.load()}render(){let e=this.flags.value,{title:t,words:n}=W.flags.none[this.status];return N`
      <div class="head"><h2>${W.flags.title}</h2></div>
      <p class="intro">${W.flags.intro}</p>
      ${this.done?N`<div class="done" role="status">${no(`check`)}${this.done}</div>`:P}
      <div class="choices" role="group" aria-label=${W.flags.which}>
        ${bc.map(t=>N`<button aria-pressed=${t===this.status?`true`:`false`} @click=${()=>this.choose(t)}>
              ${W.flags.statuses[t]}${t===this.status&&e?N` <span class="n">${H(e.length)}</span>`:P}
            </button>`)}
      </div>
      ${ro(this.flags)}
      ${e?.length===0?N`<div class="card empty"><h3>${t}</h3><p>${n}</p></div>`:P}
      <ul class="cards">
        ${e?.map(e=>this.row(e))}
      </ul>
    `}row(e){return N`<li class="card">
      <div class="row">
        <strong>${vt.flagReasons[e.reason]}</strong>
        ${e.cause===`conversation`?N`<span class="chip warn">${W.flags.noArticle}</span>`:P}
        <span class="small muted">${W.flags.by(e.flagged_by,uo(e.created_at))}</span>
      </div>
      <p class="correction">${e.correction??N`<span class="muted">${vt.noCorrection}</span>`}</p>
      <div class="row">
        ${e.status===`open`?N`<a class="button main" href=${J(`flags`,e.id)}>${e.cause===`document`?W.flags.reviewAndFix:W.flags.review}</a>`:N`<a class="button" href=${J(`flags`,e.id)}>${W.flags.look}</a>`}
        <span class="small muted">${this.outcome(e)}</span>
      </div>
    </li>`}outcome(e){let{somebody:t,fixedBy:n,dismissedBecause:r,answeredFrom:i,answeredFromNone:a}=W.flags,o=e.resolved_by??t;return e.resolution&&`revision`in e.resolution?n(o,e.resolution.revision):e.resolution?r(o,e.resolution.dismissed):e.articles.length?i(e.articles.length):a}choose(e){this.status=e,this.flags.value=null,this.flags.load()}};G([z({attribute:!1})],xc.prototype,`api`,void 0),G([z()],xc.prototype,`done`,void 0),G([B()],xc.prototype,`status`,void 0),xc=G([R(`flag-list`)],xc);var Sc=class extends L{constructor(...e){super(...e),this.begun=null,this.problem=``,this.isBusy=!1}static{this.styles=[V,c`
      form {
        display: grid;
        gap: 10px;
        margin-block-start: 12px;
        padding: 14px 16px;
      }
      textarea {
        min-block-size: 70px;
      }
    `]}firstUpdated(){this.reason.focus()}render(){let e=this.begun?.cause??this.flag.cause;return N`<form class="card" @submit=${this.dismiss} @input=${this.write}>
      <label>${W.dismissal.why}<textarea name="why" required maxlength="2000" .value=${this.begun?.why??``}></textarea></label>
      <label>
        ${W.dismissal.cause}
        <select name="cause">
          <option value="document" ?selected=${e===`document`}>${W.dismissal.causes.document}</option>
          <option value="conversation" ?selected=${e===`conversation`}>${W.dismissal.causes.conversation}</option>
        </select>
      </label>
      ${this.problem?N`<p class="error" role="alert">${this.problem}</p>`:P}
      <div><button class="button" ?disabled=${this.isBusy}>${this.isBusy?W.dismissal.dismissing:W.dismissal.dismiss}</button></div>
    </form>`}get said(){let e=new FormData(this.form);return{why:String(e.get(`why`)),cause:e.get(`cause`)}}write(){this.dispatchEvent(new CustomEvent(`dismissal-change`,{detail:this.said}))}async dismiss(e){e.preventDefault();let{why:t,cause:n}=this.said;this.isBusy=!0,this.problem=``;try{await this.api.post(`/v1/kb/flags/${this.flag.id}/resolve`,{dismiss:t,cause:n}),this.dispatchEvent(new CustomEvent(`flag-dismissed`,{bubbles:!0,composed:!0}))}catch(e){this.problem=bt(e)}finally{this.isBusy=!1}}};G([z({attribute:!1})],Sc.prototype,`api`,void 0),G([z({attribute:!1})],Sc.prototype,`flag`,void 0),G([z({attribute:!1})],Sc.prototype,`begun`,void 0),G([B()],Sc.prototype,`problem`,void 0),G([B()],Sc.prototype,`isBusy`,void 0),G([Ie(`form`)],Sc.prototype,`form`,void 0),G([Ie(`textarea`)],Sc.prototype,`reason`,void 0),Sc=G([R(`flag-dismissal`)],Sc);var Cc=c`
  .exchange,
  .desk {
    display: grid;
    grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
    gap: 14px;
    margin-block-end: 16px;
  }
  .desk {
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
  }
  .card {
    padding: 14px 16px;
  }
  .card > h3 {
    margin-block-end: 6px;
    font-size: 13px;
    color: var(--muted);
  }
  .card > * + h3 {
    margin-block-start: 12px;
  }
  .card > * + .mono,
  details {
    margin-block-start: 10px;
  }
  .wrong {
    border-color: var(--danger);
  }
  summary {
    font-size: 13px;
    cursor: pointer;
  }
  details p {
    margin-block-start: 6px;
  }
  .notice {
    display: flex;
    gap: 8px;
    align-items: center;
    margin-block-end: 12px;
    padding: 8px 12px;
    border-radius: 10px;
    background: var(--warn-soft);
    color: var(--warn);
    font-size: 14px;
  }
  .now {
    max-block-size: 440px;
    overflow-y: auto;
  }
  h4 {
    margin: 0 0 8px;
    font-size: 16px;
  }
  .editor {
    display: grid;
    gap: 10px;
    grid-template-rows: auto 1fr auto;
  }
  .body {
    display: flex;
    flex-direction: column;
  }
  textarea {
    flex: 1;
    min-block-size: 170px;
    max-block-size: 380px;
    field-sizing: content;
    font-family: var(--mono);
    font-size: 14px;
  }
  .title {
    margin-block-end: 8px;
    font-size: 16px;
  }
  .changes {
    margin-block-end: 14px;
  }
  .next {
    margin-block-start: 16px;
  }
  @media (max-width: 760px) {
    .exchange,
    .desk {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`,wc=class extends L{constructor(...e){super(...e),this.flagId=``,this.chosen=null,this.draft=bs(null),this.isDismissing=!1,this.begun=null,this.isBusy=!1,this.problem=``,this.fixed=null,this.detail=new Nt(this,()=>this.read())}static{this.styles=[V,mo,ss,eo,Cc]}firstUpdated(){this.detail.load()}render(){let e=this.detail.value;return N`
      <a class="back" href=${J(`flags`)}>${no(`back`,16)}${W.flag.all}</a>
      <div class="head">
        <h2>${W.flag.title}</h2>
        ${e?N`<span class="chip ${e.flag.status===`open`?`warn`:`good`}">${W.flag.statuses[e.flag.status]}</span>`:P}
      </div>
      ${ro(this.detail)} ${e?N`${this.exchange(e)} ${this.rest(e)}`:P}
    `}rest(e){return this.fixed?this.afterwards(this.fixed):e.flag.status===`open`?this.fixing(e):this.outcome(e.flag)}exchange({flag:e,question:t,answer:n,segments:r}){return N`<div class="exchange">
      <section class="card" aria-label=${W.flag.said}>
        <h3>${W.flag.asked}</h3>
        <div class="text quoted">${t?os(t.text):W.flag.askedNothing}</div>
        <h3>${W.flag.answered}</h3>
        <div class="text quoted wrong">${os(n.text)}</div>
        ${r.length?N`<details>
              <summary>${W.flag.madeFrom}</summary>
              ${r.map(e=>N`<p class="small"><strong>${e.question}</strong><br />${e.answer}</p>`)}
            </details>`:N`<p class="small muted">${W.flag.madeFromNothing}</p>`}
      </section>
      <section class="card" aria-label=${W.flag.theFlag}>
        <h3>${W.flag.says(vt.flagReasons[e.reason],e.flagged_by)}</h3>
        <div class="text">${e.correction?os(e.correction):N`<p class="muted">${vt.noCorrection}</p>`}</div>
        <p class="small muted mono">${W.conversation(e.conversation_id)}</p>
      </section>
    </div>`}outcome(e){if(!e.resolution||`dismissed`in e.resolution)return N`<div class="card"><h3>${W.flag.dismissedBy(e.resolved_by??W.flags.somebody)}</h3><p class="quoted">${e.resolution?.dismissed}</p></div>`;let{article_id:t,revision:n}=e.resolution;return N`<div class="done">${no(`check`)}${W.flag.fixedBy(e.resolved_by??W.flags.somebody,n)}<a href=${J(`articles`,t)}>${W.openArticle}</a></div>
      ${this.told(t,e.revisions[t]??null)}`}afterwards({article:e,from:t}){return N`<div class="done" role="status">
        ${no(`check`)}${W.editor.isLiveAs(e.title,e.revision)}
        <a href=${J(`articles`,e.id)}>${W.openArticle}</a>
      </div>
      <p class="intro">${W.flag.isEvalCase(N`<code class="mono">supportgraph evals run flags</code>`)}</p>
      ${this.told(e.id,t)}
      <p class="next"><a class="button main" href=${J(`flags`)}>${W.flag.next}</a></p>`}told(e,t){return t===null?P:N`<section aria-label=${W.flag.whoWasTold}>
      <h3 class="title">${W.flag.whoWasGiven}</h3>
      <past-answers .api=${this.api} .articleId=${e} .revision=${t}></past-answers>
    </section>`}fixing({flag:e,articles:t}){let n=this.chosen?.now??null;return N`
      ${t.length>1?this.choice(t):P}
      ${this.isStale?N`<p class="notice">${no(`warning`,16)}${W.flag.stale(this.chosen?.revision??0,n?.revision??0)}</p>`:P}
      <form @submit=${this.publish}>
        <div class="desk">
          <section class="card now" tabindex="0" aria-label=${W.flag.articleNow}>
            <h3>${n?W.flag.articleNowIn(n.revision):W.flag.noArticle}</h3>
            ${n?N`<h4>${n.title}</h4>${$a(n.body)}`:N`<p class="muted">${W.flag.noArticleHint}</p>`}
          </section>
          <section class="editor" aria-label=${W.flag.yourVersion}>
            <label>${W.flag.titleField}<input required maxlength="300" .value=${this.draft.title} @input=${this.write(`title`)} /></label>
            <label class="body">${W.flag.textField}<textarea required maxlength="200000" .value=${this.draft.body} @input=${this.write(`body`)}></textarea></label>
            ${e.correction?N`<div><button class="button small" type="button" @click=${this.insert}>${W.flag.addCorrection}</button></div>`:P}
          </section>
        </div>
        ${n?this.changes(n):P}
        ${this.problem?N`<p class="error" role="alert">${this.problem}</p>`:P}
        <div class="row actions">
          <button class="button main" ?disabled=${this.isBusy||!this.canPublish}>${this.isBusy?W.flag.publishing:W.flag.publish}</button>
          <button class="button" type="button" aria-expanded=${this.isDismissing?`true`:`false`} @click=${()=>this.isDismissing=!this.isDismissing}>${W.flag.dismiss}</button>
          ${this.canPublish?P:N`<span class="small muted">${W.flag.changeFirst}</span>`}
        </div>
      </form>
      ${this.isDismissing?N`<flag-dismissal
            .api=${this.api}
            .flag=${e}
            .begun=${this.begun}
            @dismissal-change=${e=>Cs(this.dismissalId,0,e.detail)}
            @flag-dismissed=${this.dismissed}
          ></flag-dismissal>`:P}
    `}choice(e){let t=e=>e.now?.title??W.flag.deleted(e.then?.title??e.article_id);return N`<div class="choices" role="group" aria-label=${W.flag.whichArticle}>
      ${e.map(e=>N`<button type="button" aria-pressed=${e===this.chosen?`true`:`false`} @click=${()=>this.choose(e)}>${t(e)}</button>`)}
    </div>`}changes(e){return N`<section class="changes" aria-label=${W.flag.changes}>
      <h3 class="title">${W.flag.changes}</h3>
      <text-diff .was=${`${e.title}\n\n${e.body}`} .now=${`${this.draft.title}\n\n${this.draft.body}`} .wasName=${W.flag.liveNow} .nowName=${W.flag.afterPublishing}></text-diff>
    </section>`}get isStale(){let{now:e,revision:t}=this.chosen??{};return!!(e&&t&&e.revision!==t)}get canPublish(){let e=this.chosen?.now;return!e||this.isStale||e.title!==this.draft.title||e.body!==this.draft.body}async read(){let e=await this.api.get(`/v1/kb/flags/${this.flagId}`);return this.choose(e.articles.find(e=>this.keptOf(e))??e.articles[0]??null),this.begun=ws(this.dismissalId,0),this.isDismissing=this.begun!==null,e}choose(e){this.chosen=e,this.draft=this.keptOf(e)??bs(e?.now??e?.then??null)}fixId(e){return`flag/${this.flagId}/${e?.article_id??`new`}`}get dismissalId(){return`flag/${this.flagId}/dismissal`}keptOf(e){return ws(this.fixId(e),e?.now?.revision??0)}keep(e){this.draft=e,Cs(this.fixId(this.chosen),this.chosen?.now?.revision??0,e)}write(e){return t=>this.keep({...this.draft,[e]:t.target.value})}forget(){Cs(this.dismissalId,0,null);for(let e of[...this.detail.value?.articles??[],null])Cs(this.fixId(e),0,null)}dismissed(e){this.forget(),this.isConnected||e.stopPropagation()}insert(){let e=this.detail.value?.flag.correction??``;this.keep({...this.draft,body:`${this.draft.body.trimEnd()}\n\n${e}`.trimStart()})}async publish(e){e.preventDefault(),this.isBusy=!0,this.problem=``;try{let e=this.chosen?.now?.id,t={article:this.draft,...e?{article_id:e}:{}},{article:n}=await this.api.post(`/v1/kb/flags/${this.flagId}/resolve`,t);this.forget(),this.fixed={article:n,from:this.chosen?.revision??null},await this.updateComplete,this.renderRoot.querySelector(`.done`)?.scrollIntoView({block:`center`})}catch(e){this.problem=bt(e)}finally{this.isBusy=!1}}};G([z({attribute:!1})],wc.prototype,`api`,void 0),G([z()],wc.prototype,`flagId`,void 0),G([B()],wc.prototype,`chosen`,void 0),G([B()],wc.prototype,`draft`,void 0),G([B()],wc.prototype,`isDismissing`,void 0),G([B()],wc.prototype,`isBusy`,void 0),G([B()],wc.prototype,`problem`,void 0),G([B()],wc.prototype,`fixed`,void 0),wc=G([R(`flag-review`)],wc);var Tc=20,Ec=5,Dc=class extends L{constructor(...e){super(...e),this.isMore=!1,this.gaps=new Nt(this,()=>this.read())}static{this.styles=[V,mo,c`
      .cards {
        grid-template-columns: repeat(auto-fill, minmax(min(420px, 100%), 1fr));
      }
      .cards > li.card {
        align-content: start;
        grid-template-rows: auto 1fr auto auto;
      }
      h3::first-letter {
        text-transform: uppercase;
      }
      h3 {
        font-size: 16px;
        overflow-wrap: anywhere;
      }
      .questions {
        padding-inline-start: 18px;
        list-style: disc;
        overflow-wrap: anywhere;
      }
      .more {
        margin-block-start: 12px;
      }
    `]}firstUpdated(){this.gaps.load()}render(){let e=this.gaps.value;return N`
      <div class="head"><h2>${W.gaps.title}</h2></div>
      <p class="intro">${W.gaps.intro}</p>
      ${ro(this.gaps,W.gaps.grouping)}
      ${e?.gaps.length===0&&!e.unread?N`<div class="card empty"><h3>${W.gaps.none}</h3><p>${W.gaps.noneHint}</p></div>`:P}
      <ul class="cards">
        ${e?.gaps.map(e=>this.card(e))}
      </ul>
      ${e?.unread?N`<p class="small muted more" role="status">
            ${W.gaps.unread(e.unread)}
            <button class="button small" ?disabled=${this.gaps.isLoading} @click=${()=>this.gaps.load()}>${W.gaps.goOn}</button>
          </p>`:P}
      ${e?.next?N`<button class="button more" ?disabled=${this.gaps.isLoading} @click=${this.showMore}>${W.showMore}</button>`:P}
    `}card(e){let t=e.questions.length-Ec;return N`<li class="card">
      <div class="row">
        <h3>${e.name}</h3>
        <span class="chip warn">${W.gaps.asked(e.n)}</span>
      </div>
      <ul class="questions small">
        ${e.questions.slice(0,Ec).map(e=>N`<li>${e}</li>`)}
        ${t>0?N`<li class="muted">${W.more(t)}</li>`:P}
      </ul>
      <p class="small muted">
        ${e.n===1?W.gaps.askedOn(lo(e.last_asked_at)):W.gaps.lastAsked(lo(e.last_asked_at),lo(e.first_asked_at))}
        ${e.nearest.length?W.gaps.nearest(e.nearest.map((e,t)=>N`${t?`, `:``}<a href=${J(`articles`,e.article_id)}>${e.title}</a>`)):P}
      </p>
      <div class="row">
        <button class="button main" @click=${()=>this.dispatchEvent(new CustomEvent(`article-write`,{detail:e}))}>${W.gaps.write}</button>
        ${e.draft?N`<span class="chip good">${W.gaps.hasAnswer}</span>`:P}
      </div>
    </li>`}showMore(){this.isMore=!0,this.gaps.load()}async read(){let e=this.isMore?this.gaps.value:null;this.isMore=!1;let t=e?.next?`&after=${encodeURIComponent(e.next)}`:``,n=await this.api.get(`/v1/kb/gaps?limit=${Tc}${t}`);return{gaps:[...e?.gaps??[],...n.items],next:n.next,unread:n.unread}}};G([z({attribute:!1})],Dc.prototype,`api`,void 0),Dc=G([R(`gap-list`)],Dc);function Oc(e,t){let n=document.createElement(`a`);n.href=URL.createObjectURL(e),n.download=t,n.click(),URL.revokeObjectURL(n.href)}var kc=[`policy`,`texts`,`triggers`,`article`,`rollout`,`experiment`],Ac=`turn:`,jc=class extends L{constructor(...e){super(...e),this.chosen=``,this.open=``,this.problem=``,this.shown=null,this.changes=new Nt(this,()=>this.read()),this.turn=new Nt(this,()=>this.api.get(`/v1/history/turns/${this.chosen.slice(5)}`))}static{this.styles=[V,mo,c`
      .more {
        margin-block-start: 12px;
      }
      .what {
        overflow-wrap: anywhere;
      }
      dl {
        display: grid;
        grid-template-columns: max-content 1fr;
        gap: 4px 16px;
        margin: 0;
      }
      dd {
        margin: 0;
        overflow-wrap: anywhere;
      }
    `]}firstUpdated(){(this.isTurn?this.turn:this.changes).load()}get isTurn(){return this.chosen.startsWith(Ac)}render(){let e=W.history;if(this.isTurn)return this.ranUnder();let t=this.changes.value,n=(e,t)=>N`<button aria-pressed=${e===this.chosen?`true`:`false`} @click=${()=>ms(`history`,e)}>${t}</button>`;return N`
      <div class="head"><h2>${e.title}</h2></div>
      <p class="intro">${e.intro}</p>
      <div class="choices" role="group" aria-label=${e.kind}>
        ${n(``,e.all)} ${kc.map(t=>n(t,e.kinds[t]))}
      </div>
      ${this.problem?N`<p class="error" role="alert">${this.problem}</p>`:P} ${ro(this.changes)}
      ${t?.items.length===0?N`<p class="card empty">${e.none}</p>`:P}
      <ol class="cards">
        ${t?.items.map(e=>this.row(e))}
      </ol>
      ${t?.next?N`<button class="button more" @click=${()=>this.more(t)}>${W.showMore}</button>`:P}
    `}row(e){let t=W.history,n=this.open===e.id;return N`<li class="card">
      <div class="row">
        <span class="chip">${t.kinds[e.kind]}</span>
        <strong class="what">${e.name}</strong>
        ${e.reverts?N`<span class="chip warn">${t.takenBack}</span>`:P}
        <span class="small muted">${t.by(e.author,W.at(lo(e.at),co(e.at)))}</span>
        <button class="button small end" aria-expanded=${n?`true`:`false`} @click=${()=>this.toggle(e)}>
          ${W.compare}
        </button>
      </div>
      ${e.tests.length?N`<p class="small muted">${e.tests.map(e=>t.tested(e.what,e.passed,e.total,e.words)).join(` · `)}</p>`:P}
      ${n&&this.shown?.change.id===e.id?this.comparison(this.shown):P}
    </li>`}comparison(e){let t=W.history;return N`${e.documents.map(t=>this.document(t,e.is_file))}
      ${e.documents.length===0?N`<p class="small muted">${W.diff.nothing}</p>`:P}
      ${e.is_file?N`<p class="small muted">${t.byHand}</p>`:N`<div><button class="button small" @click=${()=>this.revert(e.change)}>${t.revert}</button></div>`}`}document(e,t){let n=W.history,r=e.before;return N`<p class="small">
        <strong>${e.name}</strong>
        ${t&&r!==null?N`<button class="button small" @click=${()=>Oc(new Blob([r??``],{type:`text/plain`}),e.name)}>${n.download}</button>`:P}
      </p>
      <text-diff .was=${r??``} .now=${e.after??``}></text-diff>`}ranUnder(){let e=W.history,t=this.turn.value,n=t=>t?`${t.name} · ${e.by(t.author,W.at(lo(t.at),co(t.at)))}`:e.unknown;return N`
      <a class="back" href=${t?J(`transcript`,t.conversation_id):J(`history`)}>← ${e.back}</a>
      <div class="head"><h2>${e.turn}</h2></div>
      ${ro(this.turn)}
      ${t?N`<dl class="card">
              <dt>${e.at}</dt><dd>${W.at(lo(t.at),co(t.at))}</dd>
              <dt>${e.release}</dt><dd>${t.release??e.unknown}</dd>
              <dt>${e.version}</dt><dd>${t.graph_version}</dd>
              <dt>${e.kinds.rollout}</dt><dd>${t.rollout?n(t.rollout):e.noShares}</dd>
              <dt>${e.kinds.policy}</dt><dd>${n(t.policy)}</dd>
              <dt>${e.kinds.texts}</dt><dd>${n(t.texts)}</dd>
              <dt>${e.kinds.triggers}</dt><dd>${n(t.triggers)}</dd>
              <dt>${e.kinds.experiment}</dt><dd>${t.variant??e.noVariant}</dd>
              <dt>${e.articles}</dt>
              <dd>
                ${t.articles.length===0?e.noArticles:P}
                ${t.articles.map(e=>N`<a href=${J(`articles`,e.article_id)}>${W.openArticle}</a> (${W.revision(e.revision)}) `)}
              </dd>
            </dl>`:P}
    `}async toggle(e){if(this.problem=``,this.open=this.open===e.id?``:e.id,this.open)try{this.shown=await this.api.get(`/v1/history/${e.id}`)}catch(e){this.problem=bt(e)}}async revert(e){this.problem=``;try{await this.api.post(`/v1/history/${e.id}/revert`,{},Is()),this.open=``}catch(e){this.problem=bt(e)}await this.changes.load()}read(e=``){let t=this.chosen?`&kind=${this.chosen}`:``;return this.api.get(`/v1/history?limit=30${t}${e?`&after=${e}`:``}`)}async more(e){try{let t=await this.read(e.next??``);e.items.push(...t.items),e.next=t.next,this.requestUpdate()}catch(e){this.problem=bt(e)}}};G([z({attribute:!1})],jc.prototype,`api`,void 0),G([z()],jc.prototype,`chosen`,void 0),G([B()],jc.prototype,`open`,void 0),G([B()],jc.prototype,`problem`,void 0),G([B()],jc.prototype,`shown`,void 0),jc=G([R(`history-list`)],jc);var Mc=700,Nc=4e3,Pc=class extends L{constructor(...e){super(...e),this.name=``,this.trouble=``}static{this.styles=[V,mo,c`
      :host {
        display: grid;
        gap: 8px;
      }
      progress {
        inline-size: 100%;
        accent-color: var(--accent);
      }
      ul {
        display: grid;
        gap: 4px;
        margin-block-start: 6px;
        font-size: 13px;
      }
      li {
        overflow-wrap: anywhere;
      }
      summary {
        font-size: 13px;
        font-weight: 550;
        cursor: pointer;
      }
    `]}connectedCallback(){super.connectedCallback(),this.follow(Mc)}disconnectedCallback(){super.disconnectedCallback(),clearTimeout(this.timer)}get isOver(){return this.job.status===`succeeded`||this.job.status===`failed`}follow(e){clearTimeout(this.timer),this.timer=setTimeout(()=>void this.look(),e)}async look(){if(!this.isOver){try{this.job=(await this.api.get(`/v1/jobs/${this.job.id}`)).job,this.trouble=``}catch(e){this.trouble=bt(e)}this.isConnected&&!this.isOver&&this.follow(this.trouble?Nc:Mc)}}render(){let{errors:e,skipped:t,notes:n=[],created_at:r}=this.job,i=W.at(lo(r),co(r));return N`
      <div class="row">
        ${no(`file`,18)}<strong>${this.name||W.import.of(i)}</strong>
        ${this.name?N`<span class="small muted">${i}</span>`:P}
        <span class="end">${this.chip()}</span>
      </div>
      ${this.isOver?N`<p role="status">${this.sum()}</p>`:this.progress()}
      ${this.trouble?N`<p class="error" role="alert">${W.import.lookingAgain(this.trouble)}</p>`:P}
      ${e.length?N`<details open>
            <summary>${W.import.errors(e.length)}</summary>
            <ul>${e.map(e=>N`<li><span class="mono">${e.file}</span> <span class="error">${e.message}</span></li>`)}</ul>
          </details>`:P}
      ${n.length?N`<details open>
            <summary>${W.import.notes(n.length)}</summary>
            <ul>${n.map(e=>N`<li><span class="mono">${e.file}</span> ${e.message}</li>`)}</ul>
          </details>`:P}
      ${t.length?N`<details>
            <summary>${W.import.skipped(t.length)}</summary>
            <ul>${t.map(e=>N`<li><span class="mono">${e.file}</span> <span class="muted">${e.why}</span></li>`)}</ul>
          </details>`:P}
    `}chip(){let{states:e}=W.import,{status:t,errors:n}=this.job;return t===`succeeded`?n.length?N`<span class="chip warn">${e.doneWithErrors}</span>`:N`<span class="chip good">${e.done}</span>`:t===`failed`?N`<span class="chip bad">${e.failed}</span>`:N`<span class="chip">${t===`queued`?e.queued:e.running}</span>`}progress(){let{done:e,total:t}=this.job;return N`${t?N`<progress max=${t} value=${e} aria-label=${W.import.progress}></progress>`:N`<progress aria-label=${W.import.progress}></progress>`}
      <p class="small muted" role="status">${t?W.import.doneOf(e,t):W.import.waiting}</p>`}sum(){let{written:e=0,unchanged:t=0,errors:n,skipped:r}=this.job;return W.import.sum({written:e,unchanged:t,skipped:r.length,errors:n.length})}};G([z({attribute:!1})],Pc.prototype,`api`,void 0),G([z({attribute:!1})],Pc.prototype,`job`,void 0),G([z()],Pc.prototype,`name`,void 0),G([B()],Pc.prototype,`trouble`,void 0),Pc=G([R(`import-job`)],Pc);var Fc=class extends L{constructor(...e){super(...e),this.uploads=[],this.isOver=!1,this.past=new Nt(this,()=>this.api.get(`/v1/jobs?kind=import_articles&limit=10`))}static{this.styles=[V,mo,c`
      .drop {
        display: grid;
        justify-items: center;
        gap: 8px;
        margin-block-end: 20px;
        padding: 32px 20px;
        border: 2px dashed var(--line-strong);
        border-radius: 14px;
        background: var(--raised);
        text-align: center;
      }
      .drop.over {
        border-color: var(--accent-text);
        background: var(--accent-soft);
      }
      .drop:focus-within {
        border-color: var(--accent-text);
      }
      .drop .button:focus-within {
        outline: 2px solid var(--accent-text);
        outline-offset: 2px;
      }
      h3 {
        margin-block: 20px 8px;
        font-size: 16px;
      }
    `]}firstUpdated(){this.past.load()}render(){let e=new Set(this.uploads.map(e=>e.job?.id)),t=this.past.value?.items.filter(t=>!e.has(t.id));return N`
      <div class="head"><h2>${W.import.title}</h2></div>
      <p class="intro">${W.import.intro}</p>
      <div class="drop ${this.isOver?`over`:``}" @dragover=${this.over} @dragleave=${()=>this.isOver=!1} @drop=${this.drop}>
        ${no(`upload`,32)}
        <p><strong>${W.import.drop}</strong></p>
        <label class="button main">
          ${W.import.choose}
          <input class="visually-hidden" type="file" multiple accept=".md,.markdown,.html,.htm,.pdf,.docx,.csv,.json,.zip,.txt" @change=${this.choose} />
        </label>
        <p class="small muted">${W.import.kinds}</p>
      </div>
      ${this.uploads.length?N`<ul class="cards">${Js(this.uploads,e=>e.key,e=>this.upload(e))}</ul>`:P}
      ${ro(this.past)}
      ${t?.length?N`<h3>${W.import.earlier}</h3>
            <ul class="cards">${Js(t,e=>e.id,e=>N`<li class="card"><import-job .api=${this.api} .job=${e}></import-job></li>`)}</ul>`:P}
      ${t?.length===0&&!this.uploads.length?N`<p class="card empty">${W.import.none}</p>`:P}
    `}upload(e){return N`<li class="card">
      ${e.job?N`<import-job .api=${this.api} .job=${e.job} .name=${e.file.name}></import-job>`:N`<div class="row"><strong>${e.file.name}</strong>${e.problem?P:N`<span class="small muted" role="status">${W.import.sending}</span>`}</div>`}
      ${e.problem?N`<div class="row"><span class="error" role="alert">${W.import.notSent(e.problem)}</span><button class="button small" @click=${()=>this.send(e)}>${W.import.tryAgain}</button></div>`:P}
    </li>`}over(e){e.preventDefault(),this.isOver=!0}drop(e){e.preventDefault(),this.isOver=!1,this.take([...e.dataTransfer?.files??[]])}choose(){this.take([...this.field.files??[]]),this.field.value=``}take(e){let t=e.map(e=>({key:Is(),file:e,job:null,problem:``}));this.uploads=[...t,...this.uploads];for(let e of t)this.send(e)}async send(e){this.change(e,{problem:``});try{let{job:t}=await this.api.upload(`/v1/kb/import`,e.file,e.key);this.change(e,{job:t})}catch(t){this.change(e,{problem:bt(t)})}}change({key:e},t){this.uploads=this.uploads.map(n=>n.key===e?{...n,...t}:n)}};G([z({attribute:!1})],Fc.prototype,`api`,void 0),G([B()],Fc.prototype,`uploads`,void 0),G([B()],Fc.prototype,`isOver`,void 0),G([Ie(`input`)],Fc.prototype,`field`,void 0),Fc=G([R(`import-files`)],Fc);var Ic=!0,Lc=`uplot`,Rc=`u-hz`,zc=`u-vt`,Bc=`u-title`,Vc=`u-wrap`,Hc=`u-under`,Uc=`u-over`,Wc=`u-axis`,Gc=`u-off`,Kc=`u-select`,qc=`u-cursor-x`,Jc=`u-cursor-y`,Yc=`u-cursor-pt`,Xc=`u-legend`,Zc=`u-live`,Qc=`u-inline`,$c=`u-series`,el=`u-marker`,tl=`u-label`,nl=`u-value`,rl=`width`,il=`height`,al=`top`,ol=`bottom`,sl=`left`,cl=`right`,ll=`#000`,ul=`#0000`,dl=`mousemove`,fl=`mousedown`,pl=`mouseup`,ml=`mouseenter`,hl=`mouseleave`,gl=`dblclick`,_l=`resize`,vl=`scroll`,yl=`change`,bl=`dppxchange`,xl=`--`,Sl=typeof window<`u`,Cl=Sl?document:null,wl=Sl?window:null,Tl=Sl?navigator:null,Y,El;function Dl(){let e=devicePixelRatio;Y!=e&&(Y=e,El&&Hl(yl,El,Dl),El=matchMedia(`(min-resolution: ${Y-.001}dppx) and (max-resolution: ${Y+.001}dppx)`),Vl(yl,El,Dl),wl.dispatchEvent(new CustomEvent(bl)))}function Ol(e,t){if(t!=null){let n=e.classList;!n.contains(t)&&n.add(t)}}function kl(e,t){let n=e.classList;n.contains(t)&&n.remove(t)}function Al(e,t,n){e.style[t]=n+`px`}function jl(e,t,n,r){let i=Cl.createElement(e);return t!=null&&Ol(i,t),n?.insertBefore(i,r),i}function Ml(e,t){return jl(`div`,e,t)}var Nl=new WeakMap;function Pl(e,t,n,r,i){let a=`translate(`+t+`px,`+n+`px)`;a!=Nl.get(e)&&(e.style.transform=a,Nl.set(e,a),t<0||n<0||t>r||n>i?Ol(e,Gc):kl(e,Gc))}var Fl=new WeakMap;function Il(e,t,n){let r=t+n;r!=Fl.get(e)&&(Fl.set(e,r),e.style.background=t,e.style.borderColor=n)}var Ll=new WeakMap;function Rl(e,t,n,r){let i=t+``+n;i!=Ll.get(e)&&(Ll.set(e,i),e.style.height=n+`px`,e.style.width=t+`px`,e.style.marginLeft=r?-t/2+`px`:0,e.style.marginTop=r?-n/2+`px`:0)}var zl={passive:!0},Bl={...zl,capture:!0};function Vl(e,t,n,r){t.addEventListener(e,n,r?Bl:zl)}function Hl(e,t,n,r){t.removeEventListener(e,n,zl)}Sl&&Dl();function Ul(e,t,n,r){let i;n||=0,r||=t.length-1;let a=r<=2147483647;for(;r-n>1;)i=a?n+r>>1:uu((n+r)/2),t[i]<e?n=i:r=i;return e-t[n]<=t[r]-e?n:r}function Wl(e){return(t,n,r)=>{let i=-1,a=-1;for(let a=n;a<=r;a++)if(e(t[a])){i=a;break}for(let i=r;i>=n;i--)if(e(t[i])){a=i;break}return[i,a]}}var Gl=e=>e!=null,Kl=e=>e!=null&&e>0,ql=Wl(Gl),Jl=Wl(Kl);function Yl(e,t,n,r=0,i=!1){let a=i?Jl:ql,o=i?Kl:Gl;[t,n]=a(e,t,n);let s=e[t],c=e[t];if(t>-1){if(r==1)s=e[t],c=e[n];else if(r==-1)s=e[n],c=e[t];else for(let r=t;r<=n;r++){let t=e[r];o(t)&&(t<s?s=t:t>c&&(c=t))}}return[s??xu,c??-xu]}function Xl(e,t,n,r){let i=gu(e),a=gu(t);e==t&&(i==-1?(e*=n,t/=n):(e/=n,t*=n));let o=n==10?_u:vu,s=i==1?uu:fu,c=a==1?fu:uu,l=s(o(lu(e))),u=c(o(lu(t))),d=hu(n,l),f=hu(n,u);return n==10&&(l<0&&(d=Q(d,-l)),u<0&&(f=Q(f,-u))),r||n==2?(e=d*i,t=f*a):(e=Fu(e,d),t=Pu(t,f)),[e,t]}function Zl(e,t,n,r){let i=Xl(e,t,n,r);return e==0&&(i[0]=0),t==0&&(i[1]=0),i}var Ql=.1,$l={mode:3,pad:Ql},eu={pad:0,soft:null,mode:0},tu={min:eu,max:eu};function nu(e,t,n,r){return Ku(n)?iu(e,t,n):(eu.pad=n,eu.soft=r?0:null,eu.mode=r?3:0,iu(e,t,tu))}function X(e,t){return e??t}function ru(e,t,n){for(t=X(t,0),n=X(n,e.length-1);t<=n;){if(e[t]!=null)return!0;t++}return!1}function iu(e,t,n){let r=n.min,i=n.max,a=X(r.pad,0),o=X(i.pad,0),s=X(r.hard,-xu),c=X(i.hard,xu),l=X(r.soft,xu),u=X(i.soft,-xu),d=X(r.mode,0),f=X(i.mode,0),p=t-e,m=_u(p),h=mu(lu(e),lu(t)),g=lu(_u(h)-m);(p<1e-24||g>10)&&(p=0,(e==0||t==0)&&(p=1e-24,d==2&&l!=xu&&(a=0),f==2&&u!=-xu&&(o=0)));let _=p||h||1e3,v=hu(10,uu(_u(_))),y=Q(Fu(e-_*(p==0?e==0?.1:1:a),v/10),24),b=e>=l&&(d==1||d==3&&y<=l||d==2&&y>=l)?l:xu,x=mu(s,y<b&&e>=b?b:pu(b,y)),S=Q(Pu(t+_*(p==0?t==0?.1:1:o),v/10),24),C=t<=u&&(f==1||f==3&&S>=u||f==2&&S<=u)?u:-xu,w=pu(c,S>C&&t<=C?C:mu(C,S));return x==w&&x==0&&(w=100),[x,w]}var au=new Intl.NumberFormat(Sl?Tl.language:`en-US`),ou=e=>au.format(e),su=Math,cu=su.PI,lu=su.abs,uu=su.floor,du=su.round,fu=su.ceil,pu=su.min,mu=su.max,hu=su.pow,gu=su.sign,_u=su.log10,vu=su.log2,yu=(e,t=1)=>su.sinh(e)*t,bu=(e,t=1)=>su.asinh(e/t),xu=1/0;function Su(e){return(_u((e^e>>31)-(e>>31))|0)+1}function Cu(e,t,n){return pu(mu(e,t),n)}function wu(e){return typeof e==`function`}function Z(e){return wu(e)?e:()=>e}var Tu=()=>{},Eu=e=>e,Du=(e,t)=>t,Ou=e=>null,ku=e=>!0,Au=(e,t)=>e==t,ju=/\.\d*?(?=9{6,}|0{6,})/gm,Mu=e=>{if(Uu(e)||Iu.has(e))return e;let t=`${e}`,n=t.match(ju);if(n==null)return e;let r=n[0].length-1;if(t.indexOf(`e-`)!=-1){let[e,n]=t.split(`e`);return+`${Mu(e)}e${n}`}return Q(e,r)};function Nu(e,t){return Mu(Q(Mu(e/t))*t)}function Pu(e,t){return Mu(fu(Mu(e/t))*t)}function Fu(e,t){return Mu(uu(Mu(e/t))*t)}function Q(e,t=0){if(Uu(e))return e;let n=10**t;return du(e*n*(1+2**-52))/n}var Iu=new Map;function Lu(e){return((``+e).split(`.`)[1]||``).length}function Ru(e,t,n,r){let i=[],a=r.map(Lu);for(let o=t;o<n;o++){let t=lu(o),n=Q(hu(e,o),t);for(let s=0;s<r.length;s++){let c=e==10?+`${r[s]}e${o}`:r[s]*n,l=(o>=0?0:t)+(o>=a[s]?0:a[s]),u=e==10?c:Q(c,l);i.push(u),Iu.set(u,l)}}return i}var zu={},Bu=[],Vu=[null,null],Hu=Array.isArray,Uu=Number.isInteger,Wu=e=>e===void 0;function Gu(e){return typeof e==`string`}function Ku(e){let t=!1;if(e!=null){let n=e.constructor;t=n==null||n==Object}return t}function qu(e){return typeof e==`object`&&!!e}var Ju=Object.getPrototypeOf(Uint8Array),Yu=`__proto__`;function Xu(e,t=Ku){let n;if(Hu(e)){let r=e.find(e=>e!=null);if(Hu(r)||t(r)){n=Array(e.length);for(let r=0;r<e.length;r++)n[r]=Xu(e[r],t)}else n=e.slice()}else if(e instanceof Ju)n=e.slice();else if(t(e)){n={};for(let r in e)r!=Yu&&(n[r]=Xu(e[r],t))}else n=e;return n}function Zu(e){let t=arguments;for(let n=1;n<t.length;n++){let r=t[n];for(let t in r)t!=Yu&&(Ku(e[t])?Zu(e[t],Xu(r[t])):e[t]=Xu(r[t]))}return e}var Qu=0,$u=1,ed=2;function td(e,t,n){for(let r=0,i,a=-1;r<t.length;r++){let o=t[r];if(o>a){for(i=o-1;i>=0&&e[i]==null;)e[i--]=null;for(i=o+1;i<n&&e[i]==null;)e[a=i++]=null}}}function nd(e,t){if(ad(e)){let t=e[0].slice();for(let n=1;n<e.length;n++)t.push(...e[n].slice(1));return od(t[0])||(t=id(t)),t}let n=new Set;for(let t=0;t<e.length;t++){let r=e[t][0],i=r.length;for(let e=0;e<i;e++)n.add(r[e])}let r=[Array.from(n).sort((e,t)=>e-t)],i=r[0].length,a=new Map;for(let e=0;e<i;e++)a.set(r[0][e],e);for(let n=0;n<e.length;n++){let o=e[n],s=o[0];for(let e=1;e<o.length;e++){let c=o[e],l=Array(i).fill(void 0),u=t?t[n][e]:$u,d=[];for(let e=0;e<c.length;e++){let t=c[e],n=a.get(s[e]);t===null?u!=Qu&&(l[n]=t,u==ed&&d.push(n)):l[n]=t}td(l,d,i),r.push(l)}}return r}var rd=typeof queueMicrotask>`u`?e=>Promise.resolve().then(e):queueMicrotask;function id(e){let t=e[0],n=t.length,r=Array(n);for(let e=0;e<r.length;e++)r[e]=e;r.sort((e,n)=>t[e]-t[n]);let i=[];for(let t=0;t<e.length;t++){let a=e[t],o=Array(n);for(let e=0;e<n;e++)o[e]=a[r[e]];i.push(o)}return i}function ad(e){let t=e[0][0],n=t.length;for(let r=1;r<e.length;r++){let i=e[r][0];if(i.length!=n)return!1;if(i!=t){for(let e=0;e<n;e++)if(i[e]!=t[e])return!1}}return!0}function od(e,t=100){let n=e.length;if(n<=1)return!0;let r=0,i=n-1;for(;r<=i&&e[r]==null;)r++;for(;i>=r&&e[i]==null;)i--;if(i<=r)return!0;let a=mu(1,uu((i-r+1)/t));for(let t=e[r],n=r+a;n<=i;n+=a){let r=e[n];if(r!=null){if(r<=t)return!1;t=r}}return!0}var sd=[`January`,`February`,`March`,`April`,`May`,`June`,`July`,`August`,`September`,`October`,`November`,`December`],cd=[`Sunday`,`Monday`,`Tuesday`,`Wednesday`,`Thursday`,`Friday`,`Saturday`];function ld(e){return e.slice(0,3)}var ud=cd.map(ld),dd={MMMM:sd,MMM:sd.map(ld),WWWW:cd,WWW:ud};function fd(e){return(e<10?`0`:``)+e}function pd(e){return(e<10?`00`:e<100?`0`:``)+e}var md={YYYY:e=>e.getFullYear(),YY:e=>(e.getFullYear()+``).slice(2),MMMM:(e,t)=>t.MMMM[e.getMonth()],MMM:(e,t)=>t.MMM[e.getMonth()],MM:e=>fd(e.getMonth()+1),M:e=>e.getMonth()+1,DD:e=>fd(e.getDate()),D:e=>e.getDate(),WWWW:(e,t)=>t.WWWW[e.getDay()],WWW:(e,t)=>t.WWW[e.getDay()],HH:e=>fd(e.getHours()),H:e=>e.getHours(),h:e=>{let t=e.getHours();return t==0?12:t>12?t-12:t},AA:e=>e.getHours()>=12?`PM`:`AM`,aa:e=>e.getHours()>=12?`pm`:`am`,a:e=>e.getHours()>=12?`p`:`a`,mm:e=>fd(e.getMinutes()),m:e=>e.getMinutes(),ss:e=>fd(e.getSeconds()),s:e=>e.getSeconds(),fff:e=>pd(e.getMilliseconds())};function hd(e,t){t||=dd;let n=[],r=/\{([a-z]+)\}|[^{]+/gi,i;for(;i=r.exec(e);)n.push(i[0][0]==`{`?md[i[1]]:i[0]);return e=>{let r=``;for(let i=0;i<n.length;i++)r+=typeof n[i]==`string`?n[i]:n[i](e,t);return r}}var gd=new Intl.DateTimeFormat().resolvedOptions().timeZone;function _d(e,t){let n;return t==`UTC`||t==`Etc/UTC`?n=new Date(+e+e.getTimezoneOffset()*6e4):t==gd?n=e:(n=new Date(e.toLocaleString(`en-US`,{timeZone:t})),n.setMilliseconds(e.getMilliseconds())),n}var vd=e=>e%1==0,yd=[1,2,2.5,5],bd=Ru(10,-32,0,yd),xd=Ru(10,0,32,yd),Sd=xd.filter(vd),Cd=bd.concat(xd),wd=`
`,Td=`{YYYY}`,Ed=wd+Td,Dd=`{M}/{D}`,Od=wd+Dd,kd=Od+`/{YY}`,Ad=`{aa}`,jd=`{h}:{mm}`+Ad,Md=wd+jd,Nd=`:{ss}`,$=null;function Pd(e){let t=e*1e3,n=t*60,r=n*60,i=r*24,a=i*30,o=i*365,s=(e==1?Ru(10,0,3,yd).filter(vd):Ru(10,-3,0,yd)).concat([t,t*5,t*10,t*15,t*30,n,n*5,n*10,n*15,n*30,r,r*2,r*3,r*4,r*6,r*8,r*12,i,i*2,i*3,i*4,i*5,i*6,i*7,i*8,i*9,i*10,i*15,a,a*2,a*3,a*4,a*6,o,o*2,o*5,o*10,o*25,o*50,o*100]),c=[[o,Td,$,$,$,$,$,$,1],[i*28,`{MMM}`,Ed,$,$,$,$,$,1],[i,Dd,Ed,$,$,$,$,$,1],[r,`{h}`+Ad,kd,$,Od,$,$,$,1],[n,jd,kd,$,Od,$,$,$,1],[t,Nd,kd+` `+jd,$,Od+` `+jd,$,Md,$,1],[e,Nd+`.{fff}`,kd+` `+jd,$,Od+` `+jd,$,Md,$,1]];function l(t){return(s,c,l,u,d,f)=>{let p=[],m=d>=o,h=d>=a&&d<o,g=t(l),_=Q(g*e,3),v=Wd(g.getFullYear(),m?0:g.getMonth(),h||m?1:g.getDate()),y=Q(v*e,3);if(h||m){let n=h?d/a:0,r=m?d/o:0,i=_==y?_:Q(Wd(v.getFullYear()+r,v.getMonth()+n,1)*e,3),s=new Date(du(i/e)),c=s.getFullYear(),l=s.getMonth();for(let a=0;i<=u;a++){let o=Wd(c+r*a,l+n*a,1),s=o-t(Q(o*e,3));i=Q((+o+s)*e,3),i<=u&&p.push(i)}}else{let a=d>=i?i:d,o=y+(uu(l)-uu(_))+Pu(_-y,a);p.push(o);let m=t(o),h=m.getHours()+m.getMinutes()/n+m.getSeconds()/r,g=d/r,v=f/s.axes[c]._space;for(;o=Q(o+d,e==1?0:3),!(o>u);)if(g>1){let e=uu(Q(h+g,6))%24,n=t(o).getHours()-e;n>1&&(n=-1),o-=n*r,h=(h+g)%24;let i=p[p.length-1];Q((o-i)/d,3)*v>=.7&&p.push(o)}else p.push(o)}return p}}return[s,c,l]}var[Fd,Id,Ld]=Pd(1),[Rd,zd,Bd]=Pd(.001);Ru(2,-53,53,[1]);function Vd(e,t){return e.map(e=>e.map((n,r)=>r==0||r==8||n==null?n:t(r==1||e[8]==0?n:e[1]+n)))}function Hd(e,t){return(n,r,i,a,o)=>{let s=t.find(e=>o>=e[0])||t[t.length-1],c,l,u,d,f,p;return r.map(t=>{let n=e(t),r=n.getFullYear(),i=n.getMonth(),a=n.getDate(),o=n.getHours(),m=n.getMinutes(),h=n.getSeconds(),g=r!=c&&s[2]||i!=l&&s[3]||a!=u&&s[4]||o!=d&&s[5]||m!=f&&s[6]||h!=p&&s[7]||s[1];return c=r,l=i,u=a,d=o,f=m,p=h,g(n)})}}function Ud(e,t){let n=hd(t);return(t,r,i,a,o)=>r.map(t=>n(e(t)))}function Wd(e,t,n){return new Date(e,t,n)}function Gd(e,t){return t(e)}var Kd=`{YYYY}-{MM}-{DD} {h}:{mm}{aa}`;function qd(e,t){return(n,r,i,a)=>a==null?xl:t(e(r))}function Jd(e,t){let n=e.series[t];return n.width?n.stroke(e,t):n.points.width?n.points.stroke(e,t):null}function Yd(e,t){return e.series[t].fill(e,t)}var Xd={show:!0,live:!0,isolate:!1,mount:Tu,markers:{show:!0,width:2,stroke:Jd,fill:Yd,dash:`solid`},idx:null,idxs:null,values:[]};function Zd(e,t){let n=e.cursor.points,r=Ml(),i=n.size(e,t);Al(r,rl,i),Al(r,il,i);let a=i/-2;Al(r,`marginLeft`,a),Al(r,`marginTop`,a);let o=n.width(e,t,i);return o&&Al(r,`borderWidth`,o),r}function Qd(e,t){let n=e.series[t].points;return n._fill||n._stroke}function $d(e,t){let n=e.series[t].points;return n._stroke||n._fill}function ef(e,t){return e.series[t].points.size}var tf=[0,0];function nf(e,t,n){return tf[0]=t,tf[1]=n,tf}function rf(e,t,n,r=!0){return e=>{e.button!=0||r&&e.target!=t||n(e)}}function af(e,t,n,r=!0){return e=>{r&&e.target!=t||n(e)}}var of={show:!0,x:!0,y:!0,lock:!1,move:nf,points:{one:!1,show:Zd,size:ef,width:0,stroke:$d,fill:Qd},bind:{mousedown:rf,mouseup:rf,click:rf,dblclick:rf,mousemove:af,mouseleave:af,mouseenter:af},drag:{setScale:!0,x:!0,y:!1,dist:0,uni:null,click:(e,t)=>{t.stopPropagation(),t.stopImmediatePropagation()},_x:!1,_y:!1},focus:{dist:(e,t,n,r,i)=>r-i,prox:-1,bias:0},hover:{skip:[void 0],prox:null,bias:0},left:-10,top:-10,idx:null,dataIdx:null,idxs:null,event:null},sf={show:!0,stroke:`rgba(0,0,0,0.07)`,width:2},cf=Zu({},sf,{filter:Du}),lf=Zu({},cf,{size:10}),uf=Zu({},sf,{show:!1}),df=`12px system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, "Noto Sans", sans-serif, "Apple Color Emoji", "Segoe UI Emoji", "Segoe UI Symbol", "Noto Color Emoji"`,ff=`bold `+df,pf=1.5,mf={show:!0,scale:`x`,stroke:ll,space:50,gap:5,alignTo:1,size:50,labelGap:0,labelSize:30,labelFont:ff,side:2,grid:cf,ticks:lf,border:uf,font:df,lineGap:pf,rotate:0},hf=`Value`,gf=`Time`,_f={show:!0,scale:`x`,auto:!1,sorted:1,min:xu,max:-1/0,idxs:[]};function vf(e,t,n,r,i){return t.map(e=>e==null?``:ou(e))}function yf(e,t,n,r,i,a,o){let s=[],c=Iu.get(i)||0;n=o?n:Q(Pu(n,i),c);for(let e=n;e<=r;e=Q(e+i,c))s.push(Object.is(e,-0)?0:e);return s}function bf(e,t,n,r,i,a,o){let s=[],c=e.scales[e.axes[t].scale].log;i=hu(c,uu((c==10?_u:vu)(n))),c==10&&(i=Cd[Ul(i,Cd)]);let l=n,u=i*c;c==10&&(u=Cd[Ul(u,Cd)]);do s.push(l),l+=i,c==10&&!Iu.has(l)&&(l=Q(l,Iu.get(i))),l>=u&&(i=l,u=i*c,c==10&&(u=Cd[Ul(u,Cd)]));while(l<=r);return s}function xf(e,t,n,r,i,a,o){let s=e.scales[e.axes[t].scale].asinh,c=r>s?bf(e,t,mu(s,n),r,i):[s],l=r>=0&&n<=0?[0]:[];return(n<-s?bf(e,t,mu(s,-r),-n,i):[s]).reverse().map(e=>-e).concat(l,c)}var Sf=/./,Cf=/[12357]/,wf=/[125]/,Tf=/1/,Ef=(e,t,n,r)=>e.map((e,i)=>t==4&&e==0||i%r==0&&n.test(e.toExponential()[+(e<0)])?e:null);function Df(e,t,n,r,i){let a=e.axes[n],o=a.scale,s=e.scales[o],c=e.valToPos,l=a._space,u=c(10,o),d=c(9,o)-u>=l?Sf:c(7,o)-u>=l?Cf:c(5,o)-u>=l?wf:Tf;if(d==Tf){let e=lu(c(1,o)-u);if(e<l)return Ef(t.slice().reverse(),s.distr,d,fu(l/e)).reverse()}return Ef(t,s.distr,d,1)}function Of(e,t,n,r,i){let a=e.axes[n],o=a.scale,s=a._space,c=e.valToPos,l=lu(c(1,o)-c(2,o));return l<s?Ef(t.slice().reverse(),3,Sf,fu(s/l)).reverse():t}function kf(e,t,n,r){return r==null?xl:t==null?``:ou(t)}var Af={show:!0,scale:`y`,stroke:ll,space:30,gap:5,alignTo:1,size:50,labelGap:0,labelSize:30,labelFont:ff,side:3,grid:cf,ticks:lf,border:uf,font:df,lineGap:pf,rotate:0};function jf(e,t){return Q((3+(e||1)*2)*t,3)}function Mf(e,t){let{scale:n,idxs:r}=e.series[0],i=e._data[0],a=e.valToPos(i[r[0]],n,!0),o=lu(e.valToPos(i[r[1]],n,!0)-a)/(e.series[t].points.space*Y);return r[1]-r[0]<=o}var Nf={scale:null,auto:!0,sorted:0,min:xu,max:-1/0},Pf=(e,t,n,r,i)=>i,Ff={show:!0,auto:!0,sorted:0,gaps:Pf,alpha:1,facets:[Zu({},Nf,{scale:`x`}),Zu({},Nf,{scale:`y`})]},If={scale:`y`,auto:!0,sorted:0,show:!0,spanGaps:!1,gaps:Pf,alpha:1,points:{show:Mf,filter:null},values:null,min:xu,max:-1/0,idxs:[],path:null,clip:null};function Lf(e,t,n,r,i){return n/10}var Rf={time:Ic,auto:!0,distr:1,log:10,asinh:1,min:null,max:null,dir:1,ori:0},zf=Zu({},Rf,{time:!1,ori:1}),Bf={};function Vf(e,t){let n=Bf[e];return n||(n={key:e,plots:[],sub(e){n.plots.push(e)},unsub(e){n.plots=n.plots.filter(t=>t!=e)},pub(e,t,r,i,a,o,s){for(let c=0;c<n.plots.length;c++)n.plots[c]!=t&&n.plots[c].pub(e,t,r,i,a,o,s)}},e!=null&&(Bf[e]=n)),n}var Hf=1,Uf=2;function Wf(e,t,n){let r=e.mode,i=e.series[t],a=r==2?e._data[t]:e._data,o=e.scales,s=e.bbox,c=a[0],l=r==2?a[1]:a[t],u=r==2?o[i.facets[0].scale]:o[e.series[0].scale],d=r==2?o[i.facets[1].scale]:o[i.scale],f=s.left,p=s.top,m=s.width,h=s.height,g=e.valToPosH,_=e.valToPosV;return u.ori==0?n(i,c,l,u,d,g,_,f,p,m,h,$f,tp,rp,ap,sp):n(i,c,l,u,d,_,g,p,f,h,m,ep,np,ip,op,cp)}function Gf(e,t){let n=0,r=0,i=X(e.bands,Bu);for(let e=0;e<i.length;e++){let a=i[e];a.series[0]==t?n=a.dir:a.series[1]==t&&(a.dir==1?r|=1:r|=2)}return[n,r==1?-1:r==2?1:r==3?2:0]}function Kf(e,t,n,r,i){let a=e.mode,o=e.series[t],s=a==2?o.facets[1].scale:o.scale,c=e.scales[s];return i==-1?c.min:i==1?c.max:c.distr==3?c.dir==1?c.min:c.max:0}function qf(e,t,n,r,i,a){return Wf(e,t,(e,t,o,s,c,l,u,d,f,p,m)=>{let h=e.pxRound,g=s.dir*(s.ori==0?1:-1),_=s.ori==0?tp:np,v,y;g==1?(v=n,y=r):(v=r,y=n);let b=h(l(t[v],s,p,d)),x=h(u(o[v],c,m,f)),S=h(l(t[y],s,p,d)),C=h(u(a==1?c.max:c.min,c,m,f)),w=new Path2D(i);return _(w,S,C),_(w,b,C),_(w,b,x),w})}function Jf(e,t,n,r,i,a){let o=null;if(e.length>0){o=new Path2D;let s=t==0?rp:ip,c=n;for(let t=0;t<e.length;t++){let n=e[t];if(n[1]>n[0]){let e=n[0]-c;e>0&&s(o,c,r,e,r+a),c=n[1]}}let l=n+i-c;l>0&&s(o,c,r-5,l,r+a+10)}return o}function Yf(e,t,n){let r=e[e.length-1];r&&r[0]==t?r[1]=n:e.push([t,n])}function Xf(e,t,n,r,i,a,o){let s=[],c=e.length;for(let l=i==1?n:r;l>=n&&l<=r;l+=i)if(t[l]===null){let u=l,d=l;if(i==1)for(;++l<=r&&t[l]===null;)d=l;else for(;--l>=n&&t[l]===null;)d=l;let f=a(e[u]),p=d==u?f:a(e[d]),m=u-i;f=o<=0&&m>=0&&m<c?a(e[m]):f;let h=d+i;p=o>=0&&h>=0&&h<c?a(e[h]):p,p>=f&&s.push([f,p])}return s}function Zf(e){return e==0?Eu:e==1?du:t=>Nu(t,e)}function Qf(e){let t=e==0?$f:ep,n=e==0?(e,t,n,r,i,a)=>{e.arcTo(t,n,r,i,a)}:(e,t,n,r,i,a)=>{e.arcTo(n,t,i,r,a)},r=e==0?(e,t,n,r,i)=>{e.rect(t,n,r,i)}:(e,t,n,r,i)=>{e.rect(n,t,i,r)};return(e,i,a,o,s,c=0,l=0)=>{c==0&&l==0?r(e,i,a,o,s):(c=pu(c,o/2,s/2),l=pu(l,o/2,s/2),t(e,i+c,a),n(e,i+o,a,i+o,a+s,c),n(e,i+o,a+s,i,a+s,l),n(e,i,a+s,i,a,l),n(e,i,a,i+o,a,c),e.closePath())}}var $f=(e,t,n)=>{e.moveTo(t,n)},ep=(e,t,n)=>{e.moveTo(n,t)},tp=(e,t,n)=>{e.lineTo(t,n)},np=(e,t,n)=>{e.lineTo(n,t)},rp=Qf(0),ip=Qf(1),ap=(e,t,n,r,i,a)=>{e.arc(t,n,r,i,a)},op=(e,t,n,r,i,a)=>{e.arc(n,t,r,i,a)},sp=(e,t,n,r,i,a,o)=>{e.bezierCurveTo(t,n,r,i,a,o)},cp=(e,t,n,r,i,a,o)=>{e.bezierCurveTo(n,t,i,r,o,a)};function lp(e){return(e,t,n,r,i)=>Wf(e,t,(t,a,o,s,c,l,u,d,f,p,m)=>{let{pxRound:h,points:g}=t,_,v;s.ori==0?(_=$f,v=ap):(_=ep,v=op);let y=Q(g.width*Y,3),b=(g.size-g.width)/2*Y,x=Q(b*2,3),S=new Path2D,C=new Path2D,{left:w,top:T,width:E,height:D}=e.bbox;rp(C,w-x,T-x,E+x*2,D+x*2);let O=e=>{if(o[e]!=null){let t=h(l(a[e],s,p,d)),n=h(u(o[e],c,m,f));_(S,t+b,n),v(S,t,n,b,0,cu*2)}};if(i)i.forEach(O);else for(let e=n;e<=r;e++)O(e);return{stroke:y>0?S:null,fill:S,clip:C,flags:3}})}function up(e){return(t,n,r,i,a,o)=>{r!=i&&(a!=r&&o!=r&&e(t,n,r),a!=i&&o!=i&&e(t,n,i),e(t,n,o))}}var dp=up(tp),fp=up(np);function pp(e){let t=X(e?.alignGaps,0);return(e,n,r,i)=>Wf(e,n,(a,o,s,c,l,u,d,f,p,m,h)=>{[r,i]=ql(s,r,i);let g=a.pxRound,_=e=>g(u(e,c,m,f)),v=e=>g(d(e,l,h,p)),y,b;c.ori==0?(y=tp,b=dp):(y=np,b=fp);let x=c.dir*(c.ori==0?1:-1),S={stroke:new Path2D,fill:null,clip:null,band:null,gaps:null,flags:Hf},C=S.stroke,w=!1;if(i-r>=m*4){let t=t=>e.posToVal(t,c.key,!0),n=null,a=null,l,u,d,f=_(o[x==1?r:i]),p=_(o[r]),m=_(o[i]),h=t(x==1?p+1:m-1);for(let e=x==1?r:i;e>=r&&e<=i;e+=x){let r=o[e],i=(x==1?r<h:r>h)?f:_(r),c=s[e];i==f?c==null?c===null&&(w=!0):(u=c,n==null?(y(C,i,v(u)),l=n=a=u):u<n?n=u:u>a&&(a=u)):(n!=null&&b(C,f,v(n),v(a),v(l),v(u)),c==null?(n=a=null,c===null&&(w=!0)):(u=c,y(C,i,v(u)),n=a=l=u),f=i,h=t(f+x))}n!=null&&n!=a&&d!=f&&b(C,f,v(n),v(a),v(l),v(u))}else for(let e=x==1?r:i;e>=r&&e<=i;e+=x){let t=s[e];t===null?w=!0:t!=null&&y(C,_(o[e]),v(t))}let[T,E]=Gf(e,n);if(a.fill!=null||T!=0){let t=S.fill=new Path2D(C),s=v(a.fillTo(e,n,a.min,a.max,T)),c=_(o[r]),l=_(o[i]);x==-1&&([l,c]=[c,l]),y(t,l,s),y(t,c,s)}if(!a.spanGaps){let l=[];w&&l.push(...Xf(o,s,r,i,x,_,t)),S.gaps=l=a.gaps(e,n,r,i,l),S.clip=Jf(l,c.ori,f,p,m,h)}return E!=0&&(S.band=E==2?[qf(e,n,r,i,C,-1),qf(e,n,r,i,C,1)]:qf(e,n,r,i,C,E)),S})}function mp(e){let t=X(e.align,1),n=X(e.ascDesc,!1),r=X(e.alignGaps,0),i=X(e.extend,!1);return(e,a,o,s)=>Wf(e,a,(c,l,u,d,f,p,m,h,g,_,v)=>{[o,s]=ql(u,o,s);let y=c.pxRound,{left:b,width:x}=e.bbox,S=e=>y(p(e,d,_,h)),C=e=>y(m(e,f,v,g)),w=d.ori==0?tp:np,T={stroke:new Path2D,fill:null,clip:null,band:null,gaps:null,flags:Hf},E=T.stroke,D=d.dir*(d.ori==0?1:-1),O=C(u[D==1?o:s]),ee=S(l[D==1?o:s]),te=ee,k=ee;i&&t==-1&&(k=b,w(E,k,O)),w(E,ee,O);for(let e=D==1?o:s;e>=o&&e<=s;e+=D){let n=u[e];if(n==null)continue;let r=S(l[e]),i=C(n);t==1?w(E,r,O):w(E,te,i),w(E,r,i),O=i,te=r}let ne=te;i&&t==1&&(ne=b+x,w(E,ne,O));let[re,ie]=Gf(e,a);if(c.fill!=null||re!=0){let t=T.fill=new Path2D(E),n=C(c.fillTo(e,a,c.min,c.max,re));w(t,ne,n),w(t,k,n)}if(!c.spanGaps){let i=[];i.push(...Xf(l,u,o,s,D,S,r));let f=c.width*Y/2,p=n||t==1?f:-f,m=n||t==-1?-f:f;i.forEach(e=>{e[0]+=p,e[1]+=m}),T.gaps=i=c.gaps(e,a,o,s,i),T.clip=Jf(i,d.ori,h,g,_,v)}return ie!=0&&(T.band=ie==2?[qf(e,a,o,s,E,-1),qf(e,a,o,s,E,1)]:qf(e,a,o,s,E,ie)),T})}function hp(e,t,n,r,i,a,o=xu){if(e.length>1){let s=null;for(let c=0,l=1/0;c<e.length;c++)if(t[c]!==void 0){if(s!=null){let t=lu(e[c]-e[s]);t<l&&(l=t,o=lu(n(e[c],r,i,a)-n(e[s],r,i,a)))}s=c}}return o}function gp(e){e||=zu;let t=X(e.size,[.6,xu,1]),n=e.align||0,r=e.gap||0,i=e.radius;i=i==null?[0,0]:typeof i==`number`?[i,0]:i;let a=Z(i),o=1-t[0],s=X(t[1],xu),c=X(t[2],1),l=X(e.disp,zu),u=X(e.each,e=>{}),{fill:d,stroke:f}=l;return(e,t,i,p)=>Wf(e,t,(m,h,g,_,v,y,b,x,S,C,w)=>{let T=m.pxRound,E=n,D=r*Y,O=s*Y,ee=c*Y,te,k;_.ori==0?[te,k]=a(e,t):[k,te]=a(e,t);let ne=_.dir*(_.ori==0?1:-1),re=_.ori==0?rp:ip,ie=_.ori==0?u:(e,t,n,r,i,a,o)=>{u(e,t,n,i,r,o,a)},ae=X(e.bands,Bu).find(e=>e.series[0]==t),oe=ae==null?0:ae.dir,se=m.fillTo(e,t,m.min,m.max,oe),ce=T(b(se,v,w,S)),A,j,le,ue=C,M=T(m.width*Y),de=!1,fe=null,pe=null,me=null,N=null;d!=null&&(M==0||f!=null)&&(de=!0,fe=d.values(e,t,i,p),pe=new Map,new Set(fe).forEach(e=>{e!=null&&pe.set(e,new Path2D)}),M>0&&(me=f.values(e,t,i,p),N=new Map,new Set(me).forEach(e=>{e!=null&&N.set(e,new Path2D)})));let{x0:he,size:ge}=l;if(he!=null&&ge!=null){E=1,h=he.values(e,t,i,p),he.unit==2&&(h=h.map(t=>e.posToVal(x+t*C,_.key,!0)));let n=ge.values(e,t,i,p);j=ge.unit==2?n[0]*C:y(n[0],_,C,x)-y(0,_,C,x),ue=hp(h,g,y,_,C,x,ue),le=ue-j+D}else ue=hp(h,g,y,_,C,x,ue),le=ue*o+D,j=ue-le;le<1&&(le=0),M>=j/2&&(M=0),le<5&&(T=Eu);let P=le>0,_e=ue-le-(P?M:0);j=T(Cu(_e,ee,O)),A=(E==0?j/2:E==ne?0:j)-E*ne*((E==0?D/2:0)+(P?M/2:0));let ve={stroke:null,fill:null,clip:null,band:null,gaps:null,flags:0},ye=de?null:new Path2D,be=null;if(ae!=null)be=e.data[ae.series[1]];else{let{y0:n,y1:r}=l;n!=null&&r!=null&&(g=r.values(e,t,i,p),be=n.values(e,t,i,p))}let xe=te*j,Se=k*j;for(let n=ne==1?i:p;n>=i&&n<=p;n+=ne){let r=g[n];if(r==null)continue;if(be!=null){let e=be[n]??0;if(r-e==0)continue;ce=b(e,v,w,S)}let i=y(_.distr!=2||l!=null?h[n]:n,_,C,x),a=b(X(r,se),v,w,S),o=T(i-A),s=T(mu(a,ce)),c=T(pu(a,ce)),u=s-c;if(r!=null){let i=r<0?Se:xe,a=r<0?xe:Se;de?(M>0&&me[n]!=null&&re(N.get(me[n]),o,c+uu(M/2),j,mu(0,u-M),i,a),fe[n]!=null&&re(pe.get(fe[n]),o,c+uu(M/2),j,mu(0,u-M),i,a)):re(ye,o,c+uu(M/2),j,mu(0,u-M),i,a),ie(e,t,n,o-M/2,c,j+M,u)}}return M>0?ve.stroke=de?N:ye:de||(ve._fill=m.width==0?m._fill:m._stroke??m._fill,ve.width=0),ve.fill=de?pe:ye,ve})}function _p(e,t){let n=X(t?.alignGaps,0);return(t,r,i,a)=>Wf(t,r,(o,s,c,l,u,d,f,p,m,h,g)=>{[i,a]=ql(c,i,a);let _=o.pxRound,v=e=>_(d(e,l,h,p)),y=e=>_(f(e,u,g,m)),b,x,S;l.ori==0?(b=$f,S=tp,x=sp):(b=ep,S=np,x=cp);let C=l.dir*(l.ori==0?1:-1),w=v(s[C==1?i:a]),T=w,E=[],D=[];for(let e=C==1?i:a;e>=i&&e<=a;e+=C)if(c[e]!=null){let t=s[e],n=v(t);E.push(T=n),D.push(y(c[e]))}let O={stroke:e(E,D,b,S,x,_),fill:null,clip:null,band:null,gaps:null,flags:Hf},ee=O.stroke,[te,k]=Gf(t,r);if(o.fill!=null||te!=0){let e=O.fill=new Path2D(ee),n=y(o.fillTo(t,r,o.min,o.max,te));S(e,T,n),S(e,w,n)}if(!o.spanGaps){let e=[];e.push(...Xf(s,c,i,a,C,v,n)),O.gaps=e=o.gaps(t,r,i,a,e),O.clip=Jf(e,l.ori,p,m,h,g)}return k!=0&&(O.band=k==2?[qf(t,r,i,a,ee,-1),qf(t,r,i,a,ee,1)]:qf(t,r,i,a,ee,k)),O})}function vp(e){return _p(yp,e)}function yp(e,t,n,r,i,a){let o=e.length;if(o<2)return null;let s=new Path2D;if(n(s,e[0],t[0]),o==2)r(s,e[1],t[1]);else{let n=Array(o),r=Array(o-1),a=Array(o-1),c=Array(o-1);for(let n=0;n<o-1;n++)a[n]=t[n+1]-t[n],c[n]=e[n+1]-e[n],r[n]=a[n]/c[n];n[0]=r[0];for(let e=1;e<o-1;e++)r[e]===0||r[e-1]===0||r[e-1]>0!=r[e]>0?n[e]=0:(n[e]=3*(c[e-1]+c[e])/((2*c[e]+c[e-1])/r[e-1]+(c[e]+2*c[e-1])/r[e]),isFinite(n[e])||(n[e]=0));n[o-1]=r[o-2];for(let r=0;r<o-1;r++)i(s,e[r]+c[r]/3,t[r]+n[r]*c[r]/3,e[r+1]-c[r]/3,t[r+1]-n[r+1]*c[r]/3,e[r+1],t[r+1])}return s}var bp=new Set;function xp(){for(let e of bp)e.syncRect(!0)}Sl&&(Vl(_l,wl,xp),Vl(vl,wl,xp,!0),Vl(bl,wl,()=>{Lp.pxRatio=Y}));var Sp=pp(),Cp=lp();function wp(e,t,n,r){return(r?[e[0],e[1]].concat(e.slice(2)):[e[0]].concat(e.slice(1))).map((e,r)=>Ep(e,r,t,n))}function Tp(e,t){return e.map((e,n)=>n==0?{}:Zu({},t,e))}function Ep(e,t,n,r){return Zu({},t==0?n:r,e)}function Dp(e,t,n){return t==null?Vu:[t,n]}var Op=Dp;function kp(e,t,n){return t==null?Vu:nu(t,n,Ql,!0)}function Ap(e,t,n,r){return t==null?Vu:Xl(t,n,e.scales[r].log,!1)}var jp=Ap;function Mp(e,t,n,r){return t==null?Vu:Zl(t,n,e.scales[r].log,!1)}var Np=Mp;function Pp(e,t,n,r,i){let a=mu(Su(e),Su(t)),o=t-e,s=Ul(i/r*o,n);do{let e=n[s],t=r*e/o;if(t>=i&&a+(e<5?Iu.get(e):0)<=17)return[e,t]}while(++s<n.length);return[0,0]}function Fp(e){let t,n;return e=e.replace(/(\d+)px/,(e,r)=>(t=du((n=+r)*Y))+`px`),[e,t,n]}function Ip(e){e.show&&[e.font,e.labelFont].forEach(e=>{let t=Q(e[2]*Y,1);e[0]=e[0].replace(/[0-9.]+px/,t+`px`),e[1]=t})}function Lp(e,t,n){let r={mode:X(e.mode,1)},i=r.mode;function a(e,t,n,r){let i=t.valToPct(e);return r+n*(t.dir==-1?1-i:i)}function o(e,t,n,r){let i=t.valToPct(e);return r+n*(t.dir==-1?i:1-i)}function s(e,t,n,r){return t.ori==0?a(e,t,n,r):o(e,t,n,r)}r.valToPosH=a,r.valToPosV=o;let c=!1;r.status=0;let l=r.root=Ml(Lc);if(e.id!=null&&(l.id=e.id),Ol(l,e.class),e.title){let t=Ml(Bc,l);t.textContent=e.title}let u=jl(`canvas`),d=r.ctx=u.getContext(`2d`),f=Ml(Vc,l);Vl(`click`,f,e=>{e.target===m&&(nn!=Qt||rn!=$t)&&on.click(r,e)},!0);let p=r.under=Ml(Hc,f);f.appendChild(u);let m=r.over=Ml(Uc,f);e=Xu(e);let h=+X(e.pxAlign,1),g=Zf(h);(e.plugins||[]).forEach(t=>{t.opts&&(e=t.opts(r,e)||e)});let _=e.ms||.001,v=r.series=i==1?wp(e.series||[],_f,If,!1):Tp(e.series||[null],Ff),y=r.axes=wp(e.axes||[],mf,Af,!0),b=r.scales={},x=r.bands=e.bands||[];x.forEach(e=>{e.fill=Z(e.fill||null),e.dir=X(e.dir,-1)});let S=i==2?v[1].facets[0].scale:v[0].scale,C={axes:It,series:Et},w=(e.drawOrder||[`axes`,`series`]).map(e=>C[e]);function T(e){let t=e.distr==3?t=>_u(t>0?t:e.clamp(r,t,e.min,e.max,e.key)):e.distr==4?t=>bu(t,e.asinh):e.distr==100?t=>e.fwd(t):e=>e;return n=>{let r=t(n),{_min:i,_max:a}=e,o=a-i;return(r-i)/o}}function E(t){let n=b[t];if(n==null){let r=(e.scales||zu)[t]||zu;if(r.from!=null){E(r.from);let e=Zu({},b[r.from],r,{key:t});e.valToPct=T(e),b[t]=e}else{n=b[t]=Zu({},t==S?Rf:zf,r),n.key=t;let e=n.time,a=n.range,o=Hu(a);if((t!=S||i==2&&!e)&&(o&&(a[0]==null||a[1]==null)&&(a={min:a[0]==null?$l:{mode:1,hard:a[0],soft:a[0]},max:a[1]==null?$l:{mode:1,hard:a[1],soft:a[1]}},o=!1),!o&&Ku(a))){let e=a;a=(t,n,r)=>n==null?Vu:nu(n,r,e)}n.range=Z(a||(e?Op:t==S?n.distr==3?jp:n.distr==4?Np:Dp:n.distr==3?Ap:n.distr==4?Mp:kp)),n.auto=Z(!o&&n.auto),n.clamp=Z(n.clamp||Lf),n._min=n._max=null,n.valToPct=T(n)}}}E(`x`),E(`y`),i==1&&v.forEach(e=>{E(e.scale)}),y.forEach(e=>{E(e.scale)});for(let t in e.scales)E(t);let D=b[S],O=D.distr,ee,te;D.ori==0?(Ol(l,Rc),ee=a,te=o):(Ol(l,zc),ee=o,te=a);let k={};for(let e in b){let t=b[e];(t.min!=null||t.max!=null)&&(k[e]={min:t.min,max:t.max},t.min=t.max=null)}let ne=e.tzDate||(e=>new Date(du(e/_))),re=e.fmtDate||hd,ie=_==1?Ld(ne):Bd(ne),ae=Hd(ne,Vd(_==1?Id:zd,re)),oe=qd(ne,Gd(Kd,re)),se=[],ce=r.legend=Zu({},Xd,e.legend),A=r.cursor=Zu({},of,{drag:{y:i==2}},e.cursor),j=ce.show,le=A.show,ue=ce.markers;ce.idxs=se,ue.width=Z(ue.width),ue.dash=Z(ue.dash),ue.stroke=Z(ue.stroke),ue.fill=Z(ue.fill);let M,de,fe,pe=[],me=[],N,he=!1,ge={};if(ce.live){let e=v[1]?v[1].values:null;he=e!=null,N=he?e(r,1,0):{_:0};for(let e in N)ge[e]=xl}if(j){if(M=jl(`table`,Xc,l),fe=jl(`tbody`,null,M),ce.mount(r,M),he){de=jl(`thead`,null,M,fe);let e=jl(`tr`,null,de);for(var P in jl(`th`,null,e),N)jl(`th`,tl,e).textContent=P}else Ol(M,Qc),ce.live&&Ol(M,Zc)}let _e={show:!0},ve={show:!1};function ye(e,t){if(t==0&&(he||!ce.live||i==2))return Vu;let n=[],a=jl(`tr`,$c,fe,fe.childNodes[t]);Ol(a,e.class),e.show||Ol(a,Gc);let o=jl(`th`,null,a);if(ue.show){let e=Ml(el,o);if(t>0){let n=ue.width(r,t);n&&(e.style.border=n+`px `+ue.dash(r,t)+` `+ue.stroke(r,t)),e.style.background=ue.fill(r,t)}}let s=Ml(tl,o);for(var c in e.label instanceof HTMLElement?s.appendChild(e.label):s.textContent=e.label,t>0&&(ue.show||(s.style.color=e.width>0?ue.stroke(r,t):ue.fill(r,t)),xe(`click`,o,t=>{if(A._lock)return;Ue(t);let n=v.indexOf(e);if((t.ctrlKey||t.metaKey)!=ce.isolate){let e=v.some((e,t)=>t>0&&t!=n&&e.show);v.forEach((t,r)=>{r>0&&pn(r,e?r==n?_e:ve:_e,!0,Qn.setSeries)})}else pn(n,{show:!e.show},!0,Qn.setSeries)},!1),Ke&&xe(ml,o,t=>{A._lock||(Ue(t),pn(v.indexOf(e),xn,!0,Qn.setSeries))},!1)),N){let e=jl(`td`,nl,a);e.textContent=`--`,n.push(e)}return[a,n]}let be=new Map;function xe(e,t,n,i=!0){let a=be.get(t)||{},o=A.bind[e](r,t,n,i);o&&(Vl(e,t,a[e]=o),be.set(t,a))}function Se(e,t,n){let r=be.get(t)||{};for(let n in r)(e==null||n==e)&&(Hl(n,t,r[n]),delete r[n]);e??be.delete(t)}let Ce=0,we=0,F=0,I=0,Te=0,Ee=0,De=Te,Oe=Ee,ke=F,Ae=I,je=0,L=0,Me=0,R=0;r.bbox={};let Ne=!1,Pe=!1,z=!1,B=!1,Fe=!1,Ie=!1;function Le(e,t,n){(n||e!=r.width||t!=r.height)&&Re(e,t),Lt(!1),z=!0,Pe=!0,Ht()}function Re(e,t){r.width=Ce=F=e,r.height=we=I=t,Te=Ee=0,Ve(),He();let n=r.bbox;je=n.left=Nu(Te*Y,.5),L=n.top=Nu(Ee*Y,.5),Me=n.width=Nu(F*Y,.5),R=n.height=Nu(I*Y,.5)}function ze(){let e=!1,t=0;for(;!e;){t++;let n=Pt(t),i=Ft(t);e=t==3||n&&i,e||(Re(r.width,r.height),Pe=!0)}}function Be({width:e,height:t}){Le(e,t)}r.setSize=Be;function Ve(){let e=!1,t=!1,n=!1,r=!1;y.forEach((i,a)=>{if(i.show&&i._show){let{side:a,_size:o}=i,s=a%2,c=o+(i.label==null?0:i.labelSize);c>0&&(s?(F-=c,a==3?(Te+=c,r=!0):n=!0):(I-=c,a==0?(Ee+=c,e=!0):t=!0))}}),U[0]=e,U[1]=n,U[2]=t,U[3]=r,F-=nt[1]+nt[3],Te+=nt[3],I-=nt[2]+nt[0],Ee+=nt[0]}function He(){let e=Te+F,t=Ee+I,n=Te,r=Ee;function i(i,a){switch(i){case 1:return e+=a,e-a;case 2:return t+=a,t-a;case 3:return n-=a,n+a;case 0:return r-=a,r+a}}y.forEach((e,t)=>{if(e.show&&e._show){let t=e.side;e._pos=i(t,e._size),e.label!=null&&(e._lpos=i(t,e.labelSize))}})}if(A.dataIdx==null){let e=A.hover,n=e.skip=new Set(e.skip??[]);n.add(void 0);let r=e.prox=Z(e.prox),i=e.bias??=0;A.dataIdx=(e,a,o,s)=>{if(a==0)return o;let c=o,l=r(e,a,o,s)??xu,u=l>=0&&l<xu,d=D.ori==0?F:I,f=A.left,p=t[0],m=t[a];if(n.has(m[o])){c=null;let e=null,t=null,r;if(i==0||i==-1)for(r=o;e==null&&r-->0;)n.has(m[r])||(e=r);if(i==0||i==1)for(r=o;t==null&&r++<m.length;)n.has(m[r])||(t=r);if(e!=null||t!=null){if(u){let n=e==null?-1/0:ee(p[e],D,d,0),r=t==null?1/0:ee(p[t],D,d,0),i=f-n,a=r-f;i<=a?i<=l&&(c=e):a<=l&&(c=t)}else c=t==null?e:e==null?t:o-e<=t-o?e:t}}else u&&lu(f-ee(p[o],D,d,0))>l&&(c=null);return c}}let Ue=e=>{A.event=e};A.idxs=se,A._lock=!1;let We=A.points;We.show=Z(We.show),We.size=Z(We.size),We.stroke=Z(We.stroke),We.width=Z(We.width),We.fill=Z(We.fill);let Ge=r.focus=Zu({},e.focus||{alpha:.3},A.focus),Ke=Ge.prox>=0,qe=Ke&&We.one,Je=[],Ye=[],V=[];function Xe(e,t){let n=We.show(r,t);if(n instanceof HTMLElement)return Ol(n,Yc),Ol(n,e.class),Pl(n,-10,-10,F,I),m.insertBefore(n,Je[t]),n}function Ze(e,t){if(i==1||t>0){let t=i==1&&b[e.scale].time,n=e.value;e.value=t?Gu(n)?qd(ne,Gd(n,re)):n||oe:n||kf,e.label=e.label||(t?gf:hf)}if(qe||t>0){e.width=e.width==null?1:e.width,e.paths=e.paths||Sp||Ou,e.fillTo=Z(e.fillTo||Kf),e.pxAlign=+X(e.pxAlign,h),e.pxRound=Zf(e.pxAlign),e.stroke=Z(e.stroke||null),e.fill=Z(e.fill||null),e._stroke=e._fill=e._paths=e._focus=null;let t=jf(mu(1,e.width),1),n=e.points=Zu({},{size:t,width:mu(1,t*.2),stroke:e.stroke,space:t*2,paths:Cp,_stroke:null,_fill:null},e.points);n.show=Z(n.show),n.filter=Z(n.filter),n.fill=Z(n.fill),n.stroke=Z(n.stroke),n.paths=Z(n.paths),n.pxAlign=e.pxAlign}if(j){let n=ye(e,t);pe.splice(t,0,n[0]),me.splice(t,0,n[1]),ce.values.push(null)}if(le){se.splice(t,0,null);let n=null;qe?t==0&&(n=Xe(e,t)):t>0&&(n=Xe(e,t)),Je.splice(t,0,n),Ye.splice(t,0,0),V.splice(t,0,0)}Xn(`addSeries`,t)}function H(e,t){t??=v.length,e=i==1?Ep(e,t,_f,If):Ep(e,t,{},Ff),v.splice(t,0,e),Ze(v[t],t)}r.addSeries=H;function Qe(e){if(v.splice(e,1),j){ce.values.splice(e,1),me.splice(e,1);let t=pe.splice(e,1)[0];Se(null,t.firstChild),t.remove()}le&&(se.splice(e,1),Je.splice(e,1)[0].remove(),Ye.splice(e,1),V.splice(e,1)),Xn(`delSeries`,e)}r.delSeries=Qe;let U=[!1,!1,!1,!1];function $e(e,t){if(e._show=e.show,e.show){let n=e.side%2,i=b[e.scale];i??=(e.scale=n?v[1].scale:S,b[e.scale]);let a=i.time;e.size=Z(e.size),e.space=Z(e.space),e.rotate=Z(e.rotate),Hu(e.incrs)&&e.incrs.forEach(e=>{!Iu.has(e)&&Iu.set(e,Lu(e))}),e.incrs=Z(e.incrs||(i.distr==2?Sd:a?_==1?Fd:Rd:Cd)),e.splits=Z(e.splits||(a&&i.distr==1?ie:i.distr==3?bf:i.distr==4?xf:yf)),e.stroke=Z(e.stroke),e.grid.stroke=Z(e.grid.stroke),e.ticks.stroke=Z(e.ticks.stroke),e.border.stroke=Z(e.border.stroke);let o=e.values;e.values=Hu(o)&&!Hu(o[0])?Z(o):a?Hu(o)?Hd(ne,Vd(o,re)):Gu(o)?Ud(ne,o):o||ae:o||vf,e.filter=Z(e.filter||(i.distr>=3&&i.log==10?Df:i.distr==3&&i.log==2?Of:Du)),e.font=Fp(e.font),e.labelFont=Fp(e.labelFont),e._size=e.size(r,null,t,0),e._space=e._rotate=e._incrs=e._found=e._splits=e._values=null,e._size>0&&(U[t]=!0,e._el=Ml(Wc,f))}}function et(e,t,n,r){let[i,a,o,s]=n,c=t%2,l=0;return c==0&&(s||a)&&(l=t==0&&!i||t==2&&!o?du(mf.size/3):0),c==1&&(i||o)&&(l=t==1&&!a||t==3&&!s?du(Af.size/2):0),l}let tt=r.padding=(e.padding||[et,et,et,et]).map(e=>Z(X(e,et))),nt=r._padding=tt.map((e,t)=>e(r,t,U,0)),rt,it=null,at=null,ot=i==1?v[0].idxs:null,st=null,ct=!1;function lt(e,n){if(t=e??[],r.data=r._data=t,i==2){rt=0;for(let e=1;e<v.length;e++)rt+=t[e][0].length}else{t.length==0&&(r.data=r._data=t=[[]]),st=t[0],rt=st.length;let e=t;if(O==2){e=t.slice();let n=e[0]=Array(rt);for(let e=0;e<rt;e++)n[e]=e}r._data=t=e}if(Lt(!0),Xn(`setData`),O==2&&(z=!0),n!==!1){let e=D;e.auto(r,ct)?ut():fn(S,e.min,e.max),B||=A.left>=0,Ie=!0,Ht()}}r.setData=lt;function ut(){ct=!0;let e,n;i==1&&(rt>0?(it=ot[0]=0,at=ot[1]=rt-1,e=t[0][it],n=t[0][at],O==2?(e=it,n=at):e==n&&(O==3?[e,n]=Xl(e,e,D.log,!1):O==4?[e,n]=Zl(e,e,D.log,!1):D.time?n=e+du(86400/_):[e,n]=nu(e,n,Ql,!0))):(it=ot[0]=e=null,at=ot[1]=n=null)),fn(S,e,n)}let dt,ft,pt,mt,ht,gt,_t,vt,W,yt;function bt(e,t,n,r,i,a){e??=ul,n??=Bu,r??=`butt`,i??=ul,a??=`round`,e!=dt&&(d.strokeStyle=dt=e),i!=ft&&(d.fillStyle=ft=i),t!=pt&&(d.lineWidth=pt=t),a!=ht&&(d.lineJoin=ht=a),r!=gt&&(d.lineCap=gt=r),n!=mt&&d.setLineDash(mt=n)}function xt(e,t,n,r){t!=ft&&(d.fillStyle=ft=t),e!=_t&&(d.font=_t=e),n!=vt&&(d.textAlign=vt=n),r!=W&&(d.textBaseline=W=r)}function St(e,t,n,i,a=0){if(i.length>0&&e.auto(r,ct)&&(t==null||t.min==null)){let t=X(it,0),r=X(at,i.length-1),o=n.min==null?Yl(i,t,r,a,e.distr==3):[n.min,n.max];e.min=pu(e.min,n.min=o[0]),e.max=mu(e.max,n.max=o[1])}}let Ct={min:null,max:null};function wt(){for(let e in b){let t=b[e];k[e]==null&&(t.min==null||k[S]!=null&&t.auto(r,ct))&&(k[e]=Ct)}for(let e in b){let t=b[e];k[e]==null&&t.from!=null&&k[t.from]!=null&&(k[e]=Ct)}k[S]!=null&&Lt(!0);let e={};for(let t in k){let n=k[t];if(n!=null){let a=e[t]=Xu(b[t],qu);if(n.min!=null)Zu(a,n);else if(t!=S||i==2){if(rt==0&&a.from==null){let e=a.range(r,null,null,t);a.min=e[0],a.max=e[1]}else a.min=xu,a.max=-1/0}}}if(rt>0){v.forEach((n,a)=>{if(i==1){let i=n.scale,o=k[i];if(o==null)return;let s=e[i];if(a==0){let e=s.range(r,s.min,s.max,i);s.min=e[0],s.max=e[1],it=Ul(s.min,t[0]),at=Ul(s.max,t[0]),at-it>1&&(t[0][it]<s.min&&it++,t[0][at]>s.max&&at--),n.min=st[it],n.max=st[at]}else n.show&&n.auto&&St(s,o,n,t[a],n.sorted);n.idxs[0]=it,n.idxs[1]=at}else if(a>0&&n.show&&n.auto){let[r,i]=n.facets,o=r.scale,s=i.scale,[c,l]=t[a],u=e[o],d=e[s];u!=null&&St(u,k[o],r,c,r.sorted),d!=null&&St(d,k[s],i,l,i.sorted),n.min=i.min,n.max=i.max}});for(let t in e){let n=e[t],i=k[t];if(n.from==null&&(i==null||i.min==null)){let e=n.range(r,n.min==xu?null:n.min,n.max==-1/0?null:n.max,t);n.min=e[0],n.max=e[1]}}}for(let t in e){let n=e[t];if(n.from!=null){let i=e[n.from];if(i.min==null)n.min=n.max=null;else{let e=n.range(r,i.min,i.max,t);n.min=e[0],n.max=e[1]}}}let n={},a=!1;for(let t in e){let r=e[t],i=b[t];if(i.min!=r.min||i.max!=r.max){i.min=r.min,i.max=r.max;let e=i.distr;i._min=e==3?_u(i.min):e==4?bu(i.min,i.asinh):e==100?i.fwd(i.min):i.min,i._max=e==3?_u(i.max):e==4?bu(i.max,i.asinh):e==100?i.fwd(i.max):i.max,n[t]=a=!0}}if(a){v.forEach((e,t)=>{i==2?t>0&&n.y&&(e._paths=null):n[e.scale]&&(e._paths=null)});for(let e in n)z=!0,Xn(`setScale`,e);le&&A.left>=0&&(B=Ie=!0)}for(let e in k)k[e]=null}function Tt(e){let t=Cu(it-1,0,rt-1),n=Cu(at+1,0,rt-1);for(;e[t]==null&&t>0;)t--;for(;e[n]==null&&n<rt-1;)n++;return[t,n]}function Et(){if(rt>0){let e=v.some(e=>e._focus)&&yt!=Ge.alpha;e&&(d.globalAlpha=yt=Ge.alpha),v.forEach((e,n)=>{if(n>0&&e.show&&(Dt(n,!1),Dt(n,!0),e._paths==null)){let a=yt;yt!=e.alpha&&(d.globalAlpha=yt=e.alpha);let o=i==2?[0,t[n][0].length-1]:Tt(t[n]);e._paths=e.paths(r,n,o[0],o[1]),yt!=a&&(d.globalAlpha=yt=a)}}),v.forEach((e,t)=>{if(t>0&&e.show){let n=yt;yt!=e.alpha&&(d.globalAlpha=yt=e.alpha),e._paths!=null&&Ot(t,!1);{let n=e._paths==null?null:e._paths.gaps,i=e.points.show(r,t,it,at,n),a=e.points.filter(r,t,i,n);(i||a)&&(e.points._paths=e.points.paths(r,t,it,at,a),Ot(t,!0))}yt!=n&&(d.globalAlpha=yt=n),Xn(`drawSeries`,t)}}),e&&(d.globalAlpha=yt=1)}}function Dt(e,t){let n=t?v[e].points:v[e];n._stroke=n.stroke(r,e),n._fill=n.fill(r,e)}function Ot(e,t){let n=t?v[e].points:v[e],{stroke:r,fill:i,clip:a,flags:o,_stroke:s=n._stroke,_fill:c=n._fill,_width:l=n.width}=n._paths;l=Q(l*Y,3);let u=null,f=l%2/2;t&&c==null&&(c=l>0?`#fff`:s);let p=n.pxAlign==1&&f>0;if(p&&d.translate(f,f),!t){let e=je-l/2,t=L-l/2,n=Me+l,r=R+l;u=new Path2D,u.rect(e,t,n,r)}t?At(s,l,n.dash,n.cap,c,r,i,o,a):kt(e,s,l,n.dash,n.cap,c,r,i,o,u,a),p&&d.translate(-f,-f)}function kt(e,n,i,a,o,s,c,l,u,d,f){let p=!1;u!=0&&x.forEach((m,h)=>{if(m.series[0]==e){let e=v[m.series[1]],g=t[m.series[1]],_=(e._paths||zu).band;Hu(_)&&(_=m.dir==1?_[0]:_[1]);let y,b=null;e.show&&_&&ru(g,it,at)?(b=m.fill(r,h)||s,y=e._paths.clip):_=null,At(n,i,a,o,b,c,l,u,d,f,y,_),p=!0}}),p||At(n,i,a,o,s,c,l,u,d,f)}function At(e,t,n,r,i,a,o,s,c,l,u,f){bt(e,t,n,r,i),(c||l||f)&&(d.save(),c&&d.clip(c),l&&d.clip(l)),f?(s&3)==3?(d.clip(f),u&&d.clip(u),G(i,o),jt(e,a,t)):s&Uf?(G(i,o),d.clip(f),jt(e,a,t)):s&Hf&&(d.save(),d.clip(f),u&&d.clip(u),G(i,o),d.restore(),jt(e,a,t)):(G(i,o),jt(e,a,t)),(c||l||f)&&d.restore()}function jt(e,t,n){n>0&&(t instanceof Map?t.forEach((e,t)=>{d.strokeStyle=dt=t,d.stroke(e)}):t!=null&&e&&d.stroke(t))}function G(e,t){t instanceof Map?t.forEach((e,t)=>{d.fillStyle=ft=t,d.fill(e)}):t!=null&&e&&d.fill(t)}function Mt(e,t,n,i){let a=y[e],o;if(i<=0)o=[0,0];else{let s=a._space=a.space(r,e,t,n,i);o=Pp(t,n,a._incrs=a.incrs(r,e,t,n,i,s),i,s)}return a._found=o}function Nt(e,t,n,r,i,a,o,s,c,l){let u=o%2/2;h==1&&d.translate(u,u),bt(s,o,c,l,s),d.beginPath();let f,p,m,g,_=i+(r==0||r==3?-a:a);n==0?(p=i,g=_):(f=i,m=_);for(let r=0;r<e.length;r++)t[r]!=null&&(n==0?f=m=e[r]:p=g=e[r],d.moveTo(f,p),d.lineTo(m,g));d.stroke(),h==1&&d.translate(-u,-u)}function Pt(e){let t=!0;return y.forEach((n,i)=>{if(!n.show)return;let a=b[n.scale];if(a.min==null){n._show&&(t=!1,n._show=!1,Lt(!1));return}n._show||(t=!1,n._show=!0,Lt(!1));let o=n.side,s=o%2,{min:c,max:l}=a,[u,d]=Mt(i,c,l,s==0?F:I);if(d==0)return;let f=a.distr==2,p=n._splits=n.splits(r,i,c,l,u,d,f),m=a.distr==2?p.map(e=>st[e]):p,h=a.distr==2?st[p[1]]-st[p[0]]:u,g=n._values=n.values(r,n.filter(r,m,i,d,h),i,d,h);n._rotate=o==2?n.rotate(r,g,i,d):0;let _=n._size;n._size=fu(n.size(r,g,i,e)),_!=null&&n._size!=_&&(t=!1)}),t}function Ft(e){let t=!0;return tt.forEach((n,i)=>{let a=n(r,i,U,e);a!=nt[i]&&(t=!1),nt[i]=a}),t}function It(){for(let e=0;e<y.length;e++){let t=y[e];if(!t.show||!t._show)continue;let n=t.side,i=n%2,a,o,c=t.stroke(r,e),l=n==0||n==3?-1:1,[u,f]=t._found;if(t.label!=null){let s=t.labelGap*l,p=du((t._lpos+s)*Y);xt(t.labelFont[0],c,`center`,n==2?al:ol),d.save(),i==1?(a=o=0,d.translate(p,du(L+R/2)),d.rotate((n==3?-cu:cu)/2)):(a=du(je+Me/2),o=p);let m=wu(t.label)?t.label(r,e,u,f):t.label;d.fillText(m,a,o),d.restore()}if(f==0)continue;let p=b[t.scale],m=i==0?Me:R,h=i==0?je:L,_=t._splits,v=p.distr==2?_.map(e=>st[e]):_,x=p.distr==2?st[_[1]]-st[_[0]]:u,S=t.ticks,C=t.border,w=S.show?S.size:0,T=du(w*Y),E=du((t.alignTo==2?t._size-w-t.gap:t.gap)*Y),D=t._rotate*-cu/180,O=g(t._pos*Y),ee=O+(T+E)*l;o=i==0?ee:0,a=i==1?ee:0;let te=t.font[0];xt(te,c,t.align==1?sl:t.align==2?cl:D>0?sl:D<0?cl:i==0?`center`:n==3?cl:sl,D||i==1?`middle`:n==2?al:ol);let k=t.font[1]*t.lineGap,ne=_.map(e=>g(s(e,p,m,h))),re=t._values;for(let e=0;e<re.length;e++){let t=re[e];if(t!=null){i==0?a=ne[e]:o=ne[e],t=``+t;let n=t.indexOf(`
`)==-1?[t]:t.split(/\n/gm);for(let e=0;e<n.length;e++){let t=n[e];D?(d.save(),d.translate(a,o+e*k),d.rotate(D),d.fillText(t,0,0),d.restore()):d.fillText(t,a,o+e*k)}}}S.show&&Nt(ne,S.filter(r,v,e,f,x),i,n,O,T,Q(S.width*Y,3),S.stroke(r,e),S.dash,S.cap);let ie=t.grid;ie.show&&Nt(ne,ie.filter(r,v,e,f,x),i,i==0?2:1,i==0?L:je,i==0?R:Me,Q(ie.width*Y,3),ie.stroke(r,e),ie.dash,ie.cap),C.show&&Nt([O],[1],+(i==0),i==0?1:2,i==1?L:je,i==1?R:Me,Q(C.width*Y,3),C.stroke(r,e),C.dash,C.cap)}Xn(`drawAxes`)}function Lt(e){v.forEach((t,n)=>{n>0&&(t._paths=null,e&&(i==1?(t.min=null,t.max=null):t.facets.forEach(e=>{e.min=null,e.max=null})))})}let Rt=!1,zt=!1,Bt=[];function Vt(){zt=!1;for(let e=0;e<Bt.length;e++)Xn(...Bt[e]);Bt.length=0}function Ht(){Rt||=(rd(Wt),!0)}function Ut(e,t=!1){Rt=!0,zt=t,e(r),Wt(),t&&Bt.length>0&&queueMicrotask(Vt)}r.batch=Ut;function Wt(){if(Ne&&=(wt(),!1),z&&=(ze(),!1),Pe){if(Al(p,sl,Te),Al(p,al,Ee),Al(p,rl,F),Al(p,il,I),Al(m,sl,Te),Al(m,al,Ee),Al(m,rl,F),Al(m,il,I),Al(f,rl,Ce),Al(f,il,we),u.width=du(Ce*Y),u.height=du(we*Y),y.forEach(({_el:e,_show:t,_size:n,_pos:r,side:i})=>{if(e!=null){if(t){let t=i===3||i===0?n:0,a=i%2==1;Al(e,a?`left`:`top`,r-t),Al(e,a?`width`:`height`,n),Al(e,a?`top`:`left`,a?Ee:Te),Al(e,a?`height`:`width`,a?I:F),kl(e,Gc)}else Ol(e,Gc)}}),dt=ft=pt=ht=gt=_t=vt=W=mt=null,yt=1,Pn(!0),Te!=De||Ee!=Oe||F!=ke||I!=Ae){Lt(!1);let e=F/ke,t=I/Ae;if(le&&!B&&A.left>=0){A.left*=e,A.top*=t,Jt&&Pl(Jt,du(A.left),0,F,I),Yt&&Pl(Yt,0,du(A.top),F,I);for(let n=0;n<Je.length;n++){let r=Je[n];r!=null&&(Ye[n]*=e,V[n]*=t,Pl(r,fu(Ye[n]),fu(V[n]),F,I))}}if(K.show&&!Fe&&K.left>=0&&K.width>0){K.left*=e,K.width*=e,K.top*=t,K.height*=t;for(let e in Ln)Al(ln,e,K[e])}De=Te,Oe=Ee,ke=F,Ae=I}Xn(`setSize`),Pe=!1}Ce>0&&we>0&&(d.clearRect(0,0,u.width,u.height),Xn(`drawClear`),w.forEach(e=>e()),Xn(`draw`)),K.show&&Fe&&(un(K),Fe=!1),le&&B&&(Mn(null,!0,!1),B=!1),ce.show&&ce.live&&Ie&&(An(),Ie=!1),c||(c=!0,r.status=1,Xn(`ready`)),ct=!1,Rt=!1}r.redraw=(e,t)=>{z=t||!1,e===!1?Ht():fn(S,D.min,D.max)};function Gt(e,n){let i=b[e];if(i.from==null){if(rt==0){let t=i.range(r,n.min,n.max,e);n.min=t[0],n.max=t[1]}if(n.min>n.max){let e=n.min;n.min=n.max,n.max=e}if(rt>1&&n.min!=null&&n.max!=null&&n.max-n.min<1e-16)return;e==S&&i.distr==2&&rt>0&&(n.min=Ul(n.min,t[0]),n.max=Ul(n.max,t[0]),n.min==n.max&&n.max++),k[e]=n,Ne=!0,Ht()}}r.setScale=Gt;let Kt,qt,Jt,Yt,Xt,Zt,Qt,$t,en,tn,nn,rn,an=!1,on=A.drag,sn=on.x,cn=on.y;le&&(A.x&&(Kt=Ml(qc,m)),A.y&&(qt=Ml(Jc,m)),D.ori==0?(Jt=Kt,Yt=qt):(Jt=qt,Yt=Kt),nn=A.left,rn=A.top);let K=r.select=Zu({show:!0,over:!0,left:0,width:0,top:0,height:0},e.select),ln=K.show?Ml(Kc,K.over?m:p):null;function un(e,t){if(K.show){for(let t in e)K[t]=e[t],t in Ln&&Al(ln,t,e[t]);t!==!1&&Xn(`setSelect`)}}r.setSelect=un;function dn(e){if(v[e].show)j&&kl(pe[e],Gc);else if(j&&Ol(pe[e],Gc),le){let t=qe?Je[0]:Je[e];t!=null&&Pl(t,-10,-10,F,I)}}function fn(e,t,n){Gt(e,{min:t,max:n})}function pn(e,t,n,a){t.focus!=null&&Sn(e),t.show!=null&&v.forEach((n,r)=>{r>0&&(e==r||e==null)&&(n.show=t.show,dn(r),i==2?(fn(n.facets[0].scale,null,null),fn(n.facets[1].scale,null,null)):fn(n.scale,null,null),Ht())}),n!==!1&&Xn(`setSeries`,e,t),a&&tr(`setSeries`,r,e,t)}r.setSeries=pn;function mn(e,t){Zu(x[e],t)}function hn(e,t){e.fill=Z(e.fill||null),e.dir=X(e.dir,-1),t??=x.length,x.splice(t,0,e)}function gn(e){e==null?x.length=0:x.splice(e,1)}r.addBand=hn,r.setBand=mn,r.delBand=gn;function _n(e,t){v[e].alpha=t,le&&Je[e]!=null&&(Je[e].style.opacity=t),j&&pe[e]&&(pe[e].style.opacity=t)}let vn,yn,bn,xn={focus:!0};function Sn(e){if(e!=bn){let t=e==null,n=Ge.alpha!=1;v.forEach((r,a)=>{if(i==1||a>0){let i=t||a==0||a==e;r._focus=t?null:i,n&&_n(a,i?1:Ge.alpha)}}),bn=e,n&&Ht()}}j&&Ke&&xe(hl,M,e=>{A._lock||(Ue(e),bn!=null&&pn(null,xn,!0,Qn.setSeries))});function Cn(e,t,n){let r=b[t];n&&(e=e/Y-(r.ori==1?Ee:Te));let i=F;r.ori==1&&(i=I,e=i-e),r.dir==-1&&(e=i-e);let a=r._min,o=r._max,s=e/i,c=a+(o-a)*s,l=r.distr;return l==3?hu(10,c):l==4?yu(c,r.asinh):l==100?r.bwd(c):c}function wn(e,n){return Ul(Cn(e,S,n),t[0],it,at)}r.valToIdx=e=>Ul(e,t[0]),r.posToIdx=wn,r.posToVal=Cn,r.valToPos=(e,t,n)=>b[t].ori==0?a(e,b[t],n?Me:F,n?je:0):o(e,b[t],n?R:I,n?L:0),r.setCursor=(e,t,n)=>{nn=e.left,rn=e.top,Mn(null,t,n)};function Tn(e,t){Al(ln,sl,K.left=e),Al(ln,rl,K.width=t)}function En(e,t){Al(ln,al,K.top=e),Al(ln,il,K.height=t)}let Dn=D.ori==0?Tn:En,On=D.ori==1?Tn:En;function kn(){if(j&&ce.live)for(let e=+(i==2);e<v.length;e++){if(e==0&&he)continue;let t=ce.values[e],n=0;for(let r in t)me[e][n++].firstChild.nodeValue=t[r]}}function An(e,t){if(e!=null&&(e.idxs?e.idxs.forEach((e,t)=>{se[t]=e}):Wu(e.idx)||se.fill(e.idx),ce.idx=se[0]),j&&ce.live){for(let e=0;e<v.length;e++)(e>0||i==1&&!he)&&jn(e,se[e]);kn()}Ie=!1,t!==!1&&Xn(`setLegend`)}r.setLegend=An;function jn(e,n){let i=v[e],a=e==0&&O==2?st:t[e],o;he?o=i.values(r,e,n)??ge:(o=i.value(r,n==null?null:a[n],e,n),o=o==null?ge:{_:o}),ce.values[e]=o}function Mn(e,n,a){en=nn,tn=rn,[nn,rn]=A.move(r,nn,rn),A.left=nn,A.top=rn,le&&(Jt&&Pl(Jt,du(nn),0,F,I),Yt&&Pl(Yt,0,du(rn),F,I));let o,s=it>at;vn=xu,yn=null;let c=D.ori==0?F:I,l=D.ori==1?F:I;if(nn<0||rt==0||s){o=A.idx=null;for(let e=0;e<v.length;e++){let t=Je[e];t!=null&&Pl(t,-10,-10,F,I)}Ke&&pn(null,xn,!0,e==null&&Qn.setSeries),ce.live&&(se.fill(o),Ie=!0)}else{let e,n,a;i==1&&(e=D.ori==0?nn:rn,n=Cn(e,S),o=A.idx=Ul(n,t[0],it,at),a=ee(t[0][o],D,c,0));let s=-10,u=-10,d=0,f=0,p=!0,m=``,h=``;for(let e=+(i==2);e<v.length;e++){let g=v[e],_=se[e],y=_==null?null:i==1?t[e][_]:t[e][1][_],x=A.dataIdx(r,e,o,n),S=x==null?null:i==1?t[e][x]:t[e][1][x];if(Ie=Ie||S!=y||x!=_,se[e]=x,e>0&&g.show){let n=x==null?-10:x==o?a:ee(i==1?t[0][x]:t[e][0][x],D,c,0),_=S==null?-10:te(S,i==1?b[g.scale]:b[g.facets[1].scale],l,0);if(Ke&&S!=null){let t=D.ori==1?nn:rn,n=lu(Ge.dist(r,e,x,_,t));if(n<vn){let r=Ge.bias;if(r!=0){let i=Cn(t,g.scale),a=S>=0?1:-1,o=i>=0?1:-1;o==a&&(o==1?r==1?S>=i:S<=i:r==1?S<=i:S>=i)&&(vn=n,yn=e)}else vn=n,yn=e}}if(Ie||qe){let t,i;D.ori==0?(t=n,i=_):(t=_,i=n);let a,o,c,l,g,v,y=!0,b=We.bbox;if(b!=null){y=!1;let t=b(r,e);c=t.left,l=t.top,a=t.width,o=t.height}else c=t,l=i,a=o=We.size(r,e);if(v=We.fill(r,e),g=We.stroke(r,e),qe)e==yn&&vn<=Ge.prox&&(s=c,u=l,d=a,f=o,p=y,m=v,h=g);else{let t=Je[e];t!=null&&(Ye[e]=c,V[e]=l,Rl(t,a,o,y),Il(t,v,g),Pl(t,fu(c),fu(l),F,I))}}}}if(qe){let e=Ge.prox;if(Ie||(bn==null?vn<=e:vn>e||yn!=bn)){let e=Je[0];e!=null&&(Ye[0]=s,V[0]=u,Rl(e,d,f,p),Il(e,m,h),Pl(e,fu(s),fu(u),F,I))}}}if(K.show&&an){if(e!=null){let[t,n]=Qn.scales,[r,i]=Qn.match,[a,o]=e.cursor.sync.scales,s=e.cursor.drag;if(sn=s._x,cn=s._y,sn||cn){let{left:s,top:u,width:d,height:f}=e.select,p=e.scales[a].ori,m=e.posToVal,h,g,_,v,y,x=t!=null&&r(t,a),S=n!=null&&i(n,o);x&&sn?(p==0?(h=s,g=d):(h=u,g=f),_=b[t],v=ee(m(h,a),_,c,0),y=ee(m(h+g,a),_,c,0),Dn(pu(v,y),lu(y-v))):Dn(0,c),S&&cn?(p==1?(h=s,g=d):(h=u,g=f),_=b[n],v=te(m(h,o),_,l,0),y=te(m(h+g,o),_,l,0),On(pu(v,y),lu(y-v))):On(0,l)}else Rn()}else{let e=lu(en-Xt),t=lu(tn-Zt);if(D.ori==1){let n=e;e=t,t=n}sn=on.x&&e>=on.dist,cn=on.y&&t>=on.dist;let n=on.uni;n==null?on.x&&on.y&&(sn||cn)&&(sn=cn=!0):sn&&cn&&(sn=e>=n,cn=t>=n,!sn&&!cn&&(t>e?cn=!0:sn=!0));let r,i;sn&&(D.ori==0?(r=Qt,i=nn):(r=$t,i=rn),Dn(pu(r,i),lu(i-r)),cn||On(0,l)),cn&&(D.ori==1?(r=Qt,i=nn):(r=$t,i=rn),On(pu(r,i),lu(i-r)),sn||Dn(0,c)),!sn&&!cn&&(Dn(0,0),On(0,0))}}if(on._x=sn,on._y=cn,e==null){if(a){if($n!=null){let[e,t]=Qn.scales;Qn.values[0]=e==null?null:Cn(D.ori==0?nn:rn,e),Qn.values[1]=t==null?null:Cn(D.ori==1?nn:rn,t)}tr(dl,r,nn,rn,F,I,o)}if(Ke){let e=a&&Qn.setSeries,t=Ge.prox;bn==null?vn<=t&&pn(yn,xn,!0,e):vn>t?pn(null,xn,!0,e):yn!=bn&&pn(yn,xn,!0,e)}}Ie&&(ce.idx=o,An()),n!==!1&&Xn(`setCursor`)}let Nn=null;Object.defineProperty(r,"rect",{get(){return Nn??Pn(!1),Nn}});function Pn(e=!1){e?Nn=null:(Nn=m.getBoundingClientRect(),Xn(`syncRect`,Nn))}function Fn(e,t,n,r,i,a,o){A._lock||an&&e!=null&&e.movementX==0&&e.movementY==0||(In(e,t,n,r,i,a,o,!1,e!=null),e==null?Mn(t,!0,!1):Mn(null,!0,!0))}function In(e,t,n,i,a,o,c,l,u){if(Nn??Pn(!1),Ue(e),e!=null)n=e.clientX-Nn.left,i=e.clientY-Nn.top;else{if(n<0||i<0){nn=-10,rn=-10;return}let[e,r]=Qn.scales,c=t.cursor.sync,[l,u]=c.values,[d,f]=c.scales,[p,m]=Qn.match,h=t.axes[0].side%2==1,g=D.ori==0?F:I,_=D.ori==1?F:I,v=h?o:a,y=h?a:o,x=h?i:n,S=h?n:i;if(n=d==null?x/v*g:p(e,d)?s(l,b[e],g,0):-10,i=f==null?S/y*_:m(r,f)?s(u,b[r],_,0):-10,D.ori==1){let e=n;n=i,i=e}}u&&(t==null||t.cursor.event.type==dl)&&((n<=1||n>=F-1)&&(n=Nu(n,F)),(i<=1||i>=I-1)&&(i=Nu(i,I))),l?(Xt=n,Zt=i,[Qt,$t]=A.move(r,n,i)):(nn=n,rn=i)}let Ln={width:0,height:0,left:0,top:0};function Rn(){un(Ln,!1)}let zn,Bn,Vn,Hn;function Un(e,t,n,i,a,o,s){an=!0,sn=cn=on._x=on._y=!1,In(e,t,n,i,a,o,s,!0,!1),e!=null&&(xe(pl,Cl,Wn,!1),tr(fl,r,Qt,$t,F,I,null));let{left:c,top:l,width:u,height:d}=K;zn=c,Bn=l,Vn=u,Hn=d}function Wn(e,t,n,i,a,o,s){an=on._x=on._y=!1,In(e,t,n,i,a,o,s,!1,!0);let{left:c,top:l,width:u,height:d}=K,f=u>0||d>0,p=zn!=c||Bn!=l||Vn!=u||Hn!=d;if(f&&p&&un(K),on.setScale&&f&&p){let e=c,t=u,n=l,r=d;if(D.ori==1&&(e=l,t=d,n=c,r=u),sn&&fn(S,Cn(e,S),Cn(e+t,S)),cn)for(let e in b){let t=b[e];e!=S&&t.from==null&&t.min!=xu&&fn(e,Cn(n+r,e),Cn(n,e))}Rn()}else A.lock&&(A._lock=!A._lock,Mn(t,!0,e!=null));e!=null&&(Se(pl,Cl),tr(pl,r,nn,rn,F,I,null))}function Gn(e,t,n,r,i,a,o){if(A._lock)return;Ue(e);let s=an;if(an){let e=!0,t=!0,n,r;D.ori==0?(n=sn,r=cn):(n=cn,r=sn),n&&r&&(e=nn<=10||nn>=F-10,t=rn<=10||rn>=I-10),n&&e&&(nn=nn<Qt?0:F),r&&t&&(rn=rn<$t?0:I),Mn(null,!0,!0),an=!1}nn=-10,rn=-10,se.fill(null),Mn(null,!0,!0),s&&(an=s)}function Kn(e,t,n,i,a,o,s){A._lock||(Ue(e),ut(),Rn(),e!=null&&tr(gl,r,nn,rn,F,I,null))}function qn(){y.forEach(Ip),Le(r.width,r.height,!0)}Vl(bl,wl,qn);let Jn={};Jn.mousedown=Un,Jn.mousemove=Fn,Jn.mouseup=Wn,Jn.dblclick=Kn,Jn.setSeries=(e,t,n,i)=>{let a=Qn.match[2];n=a(r,t,n),n!=-1&&pn(n,i,!0,!1)},le&&(xe(fl,m,Un),xe(dl,m,Fn),xe(ml,m,e=>{Ue(e),Pn(!1)}),xe(hl,m,Gn),xe(gl,m,Kn),bp.add(r),r.syncRect=Pn);let Yn=r.hooks=e.hooks||{};function Xn(e,t,n){zt?Bt.push([e,t,n]):e in Yn&&Yn[e].forEach(e=>{e.call(null,r,t,n)})}(e.plugins||[]).forEach(e=>{for(let t in e.hooks)Yn[t]=(Yn[t]||[]).concat(e.hooks[t])});let Zn=(e,t,n)=>n,Qn=Zu({key:null,setSeries:!1,filters:{pub:ku,sub:ku},scales:[S,v[1]?v[1].scale:null],match:[Au,Au,Zn],values:[null,null]},A.sync);Qn.match.length==2&&Qn.match.push(Zn),A.sync=Qn;let $n=Qn.key,er=Vf($n);function tr(e,t,n,r,i,a,o){Qn.filters.pub(e,t,n,r,i,a,o)&&er.pub(e,t,n,r,i,a,o)}er.sub(r);function nr(e,t,n,r,i,a,o){Qn.filters.sub(e,t,n,r,i,a,o)&&Jn[e](null,t,n,r,i,a,o)}r.pub=nr;function rr(){er.unsub(r),bp.delete(r),be.clear(),Hl(bl,wl,qn),l.remove(),M?.remove(),Xn(`destroy`)}r.destroy=rr;function ir(){Xn(`init`,e,t),lt(t||e.data,!1),k[S]?Gt(S,k[S]):ut(),Fe=K.show&&(K.width>0||K.height>0),B=Ie=!0,Le(e.width,e.height)}return v.forEach(Ze),y.forEach($e),n?n instanceof HTMLElement?(n.appendChild(l),ir()):n(r,ir):ir(),r}Lp.assign=Zu,Lp.fmtNum=ou,Lp.rangeNum=nu,Lp.rangeLog=Xl,Lp.rangeAsinh=Zl,Lp.orient=Wf,Lp.pxRatio=Y,Lp.join=nd,Lp.fmtDate=hd,Lp.tzDate=_d,Lp.sync=Vf;{Lp.addGap=Yf,Lp.clipGaps=Jf;let e=Lp.paths={points:lp};e.linear=pp,e.stepped=mp,e.bars=gp,e.spline=vp}var Rp=[V,s(`.uplot,.uplot *,.uplot :before,.uplot :after{box-sizing:border-box}.uplot{width:min-content;font-family:system-ui,-apple-system,Segoe UI,Roboto,Helvetica Neue,Arial,Noto Sans,sans-serif,Apple Color Emoji,Segoe UI Emoji,Segoe UI Symbol,Noto Color Emoji;line-height:1.5}.u-title{text-align:center;font-size:18px;font-weight:700}.u-wrap{-webkit-user-select:none;user-select:none;position:relative}.u-over,.u-under{position:absolute}.u-under{overflow:hidden}.uplot canvas{width:100%;height:100%;display:block;position:relative}.u-axis{position:absolute}.u-legend{text-align:center;margin:auto;font-size:14px}.u-inline{display:block}.u-inline *{display:inline-block}.u-inline tr{margin-right:16px}.u-legend th{font-weight:600}.u-legend th>*{vertical-align:middle;display:inline-block}.u-legend .u-marker{width:1em;height:1em;margin-right:4px;background-clip:padding-box!important}.u-inline.u-live th:after{content:":";vertical-align:middle}.u-inline:not(.u-live) .u-value{display:none}.u-series>*{padding:4px}.u-series th{cursor:pointer}.u-legend .u-off>*{opacity:.3}.u-select{pointer-events:none;background:#00000012;position:absolute}.u-cursor-x,.u-cursor-y{pointer-events:none;will-change:transform;position:absolute;top:0;left:0}.u-hz .u-cursor-x,.u-vt .u-cursor-y{border-right:1px dashed #607d8b;height:100%}.u-hz .u-cursor-y,.u-vt .u-cursor-x{border-bottom:1px dashed #607d8b;width:100%}.u-cursor-pt{pointer-events:none;will-change:transform;border:0 solid;border-radius:50%;position:absolute;top:0;left:0;background-clip:padding-box!important}.u-axis.u-off,.u-select.u-off,.u-cursor-x.u-off,.u-cursor-y.u-off,.u-cursor-pt.u-off{display:none}`),c`
    :host {
      display: block;
    }
    .plot {
      cursor: pointer;
    }
    .u-legend {
      color: var(--muted);
      font-size: 13px;
    }
  `],zp=class extends L{constructor(...e){super(...e),this.chart=null,this.sizes=new ResizeObserver(()=>this.chart?.setSize({width:this.plot.clientWidth,height:this.plotHeight}))}disconnectedCallback(){super.disconnectedCallback(),this.sizes.disconnect(),this.chart?.destroy(),this.chart=null}firstUpdated(){this.sizes.observe(this.plot)}colour(e){return getComputedStyle(this).getPropertyValue(e).trim()||`gray`}axis(){let e={stroke:this.colour(`--line`),width:1};return{stroke:this.colour(`--muted`),grid:e,ticks:e}}show(e,t){this.chart?.destroy(),this.chart=new Lp({...e,width:this.plot.clientWidth||600,height:this.plotHeight},t,this.plot)}};G([Ie(`.plot`)],zp.prototype,`plot`,void 0);var Bp=86400,Vp=7,Hp={conversations:e=>e.conversations,deflection_rate:e=>e.deflection_rate.value,handoff_rate:e=>e.handoff_rate.value,gave_up_rate:e=>e.gave_up_rate.value,"csat.share_satisfied":e=>e.csat.share_satisfied.value,failure_rate:e=>e.failure_rate.value},Up=Object.keys(Hp),Wp=class extends zp{constructor(...e){super(...e),this.groups=[],this.days=0,this.measure=`deflection_rate`,this.plotHeight=220,this.choose=()=>{let e=this.chart?.cursor.idx,t=e==null?null:this.groups[e]?.group.day;t&&this.dispatchEvent(new CustomEvent(`day-chosen`,{detail:new URLSearchParams({measure:this.measure,day:t}).toString()}))}}static{this.styles=[...Rp,c`
      .card {
        padding: 16px;
      }
      .head {
        display: flex;
        flex-wrap: wrap;
        gap: 8px 12px;
        align-items: center;
        margin-block-end: 8px;
      }
      .head h3 {
        margin-inline-end: auto;
      }
      .head select {
        inline-size: auto;
      }
      .plot {
        min-block-size: 220px;
      }
    `]}updated(e){(e.has(`groups`)||e.has(`days`)||e.has(`measure`))&&this.draw()}render(){let e=W.insights;return N`<section class="card">
      <div class="head">
        <h3>${e.chart}</h3>
        <label
          ><span class="visually-hidden">${e.chart}</span>
          <select @change=${e=>this.measure=e.target.value}>
            ${Up.map(t=>N`<option value=${t} ?selected=${t===this.measure}>${e.measures[t]}</option>`)}
          </select></label
        >
      </div>
      <div class="plot" role="img" aria-label=${e.chartOf(e.measures[this.measure])} @click=${this.choose}></div>
    </section>`}draw(){let e=this.colour(`--accent-text`),t=this.measure!==`conversations`,n=e=>e===null?`–`:t?U(e):H(e),r=this.axis(),i=this.groups.map(e=>Date.parse(`${e.group.day}T00:00:00Z`)/1e3),a=Math.floor(Date.now()/1e3/Bp)*Bp,o=Math.min(i[0]??a,a-(Math.max(this.days,Vp)-1)*Bp);this.show({tzDate:e=>Lp.tzDate(new Date(e*1e3),`UTC`),scales:{x:{range:()=>[o,Math.max(a,i.at(-1)??a)]},y:{range:(e,n,r)=>[0,t?1:Math.max(1,r*1.1)]}},series:[{value:(e,t)=>t===null?`–`:new Date(t*1e3).toISOString().slice(0,10)},{label:W.insights.measures[this.measure],stroke:e,width:2,points:{show:i.length<60},value:(e,t)=>n(t)}],axes:[r,{...r,values:(e,t)=>t.map(n)}]},[i,this.groups.map(e=>Hp[this.measure](e))])}};G([z({attribute:!1})],Wp.prototype,`groups`,void 0),G([z({type:Number})],Wp.prototype,`days`,void 0),G([B()],Wp.prototype,`measure`,void 0),Wp=G([R(`kpi-chart`)],Wp);var Gp=(e,t)=>t===`held_out`?`${e} (held out)`:e,Kp=class extends L{constructor(...e){super(...e),this.from=``,this.offers=[]}static{this.styles=[V,c`
      section {
        padding: 16px;
        margin-block-start: 14px;
      }
      .wide {
        overflow-x: auto;
      }
      table {
        inline-size: 100%;
        margin-block-start: 10px;
        border-collapse: collapse;
        font-size: 14px;
      }
      th,
      td {
        padding: 6px 12px 6px 0;
        border-block-end: 1px solid var(--line);
        text-align: start;
        vertical-align: top;
      }
      .number {
        text-align: end;
        font-variant-numeric: tabular-nums;
      }
    `]}updated(e){(e.has(`from`)||e.has(`api`))&&this.load()}render(){if(!this.offers.length)return P;let e=W.insights.offers;return N`<section class="card">
      <h3>${e.title}</h3>
      <div class="wide">
        <table>
          <thead>
            <tr>
              <th scope="col">${e.offer}</th>
              <th scope="col" class="number">${e.made}</th>
              <th scope="col" class="number">${e.taken}</th>
              <th scope="col" class="number">${e.conversations}</th>
              <th scope="col" class="number">${e.resolved}</th>
            </tr>
          </thead>
          <tbody>
            ${this.offers.map(e=>this.rows(e))}
          </tbody>
        </table>
      </div>
    </section>`}rows(e){let t=W.insights.offers;return N`${e.arms.map(n=>{let r=Gp(e.name,n.arm);return N`<tr>
        <th scope="row">
          <a href=${J(`conversations`,new URLSearchParams({measure:`conversations`,offer:r,...this.from?{from:this.from}:{}}).toString())}>${e.name}</a>
          <div class="small muted">${n.arm===`held_out`?t.heldBack:e.words}</div>
        </th>
        <td class="number">${H(n.made)}</td>
        <td class="number">${n.arm===`held_out`?`–`:H(n.taken)}</td>
        <td class="number">${H(n.conversations)}</td>
        <td class="number">${H(n.resolution.count)}</td>
      </tr>`})}`}async load(){let e=this.from?`?from=${this.from}`:``;this.offers=await this.api.get(`/v1/offers/results${e}`).then(e=>e.items,()=>[])}};G([z({attribute:!1})],Kp.prototype,`api`,void 0),G([z()],Kp.prototype,`from`,void 0),G([B()],Kp.prototype,`offers`,void 0),Kp=G([R(`offer-results`)],Kp);var qp=[...Array(24).keys()],Jp=e=>String(e).padStart(2,`0`),Yp=class extends zp{constructor(...e){super(...e),this.hours={},this.plotHeight=160,this.choose=()=>{let e=this.chart?.cursor.idx;e!=null&&this.hours[Jp(e)]&&this.dispatchEvent(new CustomEvent(`hour-chosen`,{detail:Jp(e)}))}}static{this.styles=[...Rp,c`
      .plot {
        min-block-size: 160px;
      }
    `]}updated(e){e.has(`hours`)&&this.draw()}render(){return N`<div class="plot" role="img" aria-label=${W.overview.byHour} @click=${this.choose}></div>`}draw(){let e=this.colour(`--accent`),t=this.axis(),n=qp.map(e=>this.hours[Jp(e)]??0),r=Lp.paths.bars?.({size:[.7,40]});this.show({scales:{x:{time:!1,range:()=>[-.6,23.6]},y:{range:(e,t,n)=>[0,Math.max(1,n*1.1)]}},series:[{label:W.overview.hour,value:(e,t)=>t===null?`–`:`${Jp(t)}:00`},{label:W.overview.handoffs,fill:e,stroke:e,points:{show:!1},value:(e,t)=>t===null?`–`:H(t),...r?{paths:r}:{}}],axes:[{...t,values:(e,t)=>t.map(e=>Number.isInteger(e)?Jp(e):``)},{...t,values:(e,t)=>t.map(e=>Number.isInteger(e)?H(e):``)}]},[qp,n])}};G([z({attribute:!1})],Yp.prototype,`hours`,void 0),Yp=G([R(`handoff-hours`)],Yp);var Xp=class extends L{constructor(...e){super(...e),this.name=``,this.what=``,this.rate=null,this.earlier=null,this.days=0,this.href=``}static{this.styles=[V,c`
      .card {
        display: grid;
        gap: 4px;
        block-size: 100%;
        align-content: start;
        padding: 16px;
      }
      .value {
        font-size: 32px;
        font-weight: 680;
        line-height: 1.1;
        font-variant-numeric: tabular-nums;
      }
      svg {
        inline-size: 100%;
        block-size: 12px;
      }
      .track {
        fill: var(--line);
      }
      .range {
        fill: var(--accent);
        opacity: 0.35;
      }
      .point {
        fill: var(--accent-text);
      }
    `]}render(){let{rate:e}=this;return N`<section class="card">
      <h3 class="small muted">${this.href?N`<a href=${this.href} title=${W.insights.show}>${this.name}</a>`:this.name}</h3>
      <div class="value">${e?.value==null?`–`:U(e.value)}</div>
      ${e&&e.value!==null?this.interval(e,e.value):P}
      <p class="small muted">${this.words()}</p>
      ${this.change()}
      <p class="small">${this.what}</p>
    </section>`}words(){if(!this.rate||this.rate.value===null)return W.overview.nothingCounted;let{count:e,n:t,low:n,high:r}=this.rate;return W.overview.counted(e,t,U(n),U(r))}change(){let[e,t]=[this.rate?.value,this.earlier?.value];if(e==null||t==null||!this.days)return P;let n=100*(e-t);return N`<p class="small">${W.insights.change(`${n<0?`−`:`+`}${Qe(Math.abs(n),1)}`,this.days)}</p>`}interval({low:e,high:t},n){return N`<svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      ${he`<rect class="track" x="0" y="3" width="100" height="2"></rect>
        <rect class="range" x=${e*100} y="1" width=${Math.max((t-e)*100,.5)} height="6"></rect>
        <rect class="point" x=${Math.min(n*100,99)} y="0" width="1" height="8"></rect>`}
    </svg>`}};G([z()],Xp.prototype,`name`,void 0),G([z()],Xp.prototype,`what`,void 0),G([z({attribute:!1})],Xp.prototype,`rate`,void 0),G([z({attribute:!1})],Xp.prototype,`earlier`,void 0),G([z({type:Number})],Xp.prototype,`days`,void 0),G([z()],Xp.prototype,`href`,void 0),Xp=G([R(`rate-tile`)],Xp);var Zp=5,Qp=class extends L{constructor(...e){super(...e),this.from=``,this.next=null,this.found=new Nt(this,()=>this.more())}static{this.styles=[V,c`
      :host {
        display: block;
      }
      .card {
        padding: 16px;
      }
      ol {
        display: grid;
        gap: 12px;
        margin: 10px 0;
        padding: 0;
        list-style: none;
      }
      .words {
        overflow-wrap: anywhere;
        white-space: pre-line;
      }
    `]}updated(e){e.has(`from`)&&(this.next=null,this.found.value=null,this.found.load())}render(){let e=W.overview.comments;return N`<section class="card">
      <h3>${e.title}</h3>
      ${ro(this.found)} ${this.found.value?.length===0?N`<p class="small muted">${e.none}</p>`:P}
      <ol>
        ${this.found.value?.map(t=>N`<li>
            <p class="words">${t.comment}</p>
            <p class="small muted">
              ${W.insights.list.rated(t.score)} ·
              <a href=${J(`transcript`,t.id)}>${e.conversation}</a> · ${W.at(lo(t.rated_at),co(t.rated_at))}
            </p>
          </li>`)}
      </ol>
      ${this.next?N`<button class="button small" ?disabled=${this.found.isLoading} @click=${()=>this.found.load()}>${W.showMore}</button>`:P}
    </section>`}async more(){let e=(this.from?`&from=${this.from}`:``)+(this.next?`&after=${this.next}`:``),t=await this.api.get(`/v1/insights/comments?limit=${Zp}${e}`);return this.next=t.next,[...this.found.value??[],...t.items]}};G([z({attribute:!1})],Qp.prototype,`api`,void 0),G([z()],Qp.prototype,`from`,void 0),Qp=G([R(`rating-comments`)],Qp);var $p=864e5,em=[7,30,0],tm=e=>e===null?`–`:fo(e*1e3),nm=e=>e===null?`–`:fo(e),rm=(e,t,n)=>n===null?W.overview.nothingCounted:e(t(n)),im=(e,t)=>`${Qe(e,e<1?4:2)} ${t??``}`.trim(),am=e=>N`<svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
    ${he`<rect class="track" width="100" height="8"></rect><rect width=${e*100} height="8"></rect>`}
  </svg>`,om=class extends L{constructor(...e){super(...e),this.kpis=null,this.problem=``,this.days=30,this.earlier=null,this.byDay=[],this.since=``,this.currency=null}static{this.styles=[V,c`
      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px 12px;
        margin-block-end: 16px;
      }
      .head h2 {
        margin-inline-end: auto;
      }
      kpi-chart {
        margin-block-end: 14px;
      }
      .head select {
        inline-size: auto;
      }
      .tiles {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(220px, 1fr));
        gap: 14px;
        margin-block-end: 14px;
      }
      .card {
        padding: 16px;
      }
      .tiles .card {
        display: grid;
        gap: 4px;
        align-content: start;
      }
      .value {
        font-size: 32px;
        font-weight: 680;
        line-height: 1.1;
        font-variant-numeric: tabular-nums;
      }
      .reasons {
        display: grid;
        grid-template-columns: max-content 1fr max-content;
        gap: 6px 12px;
        align-items: center;
        margin-block-start: 10px;
        font-size: 14px;
      }
      .hours {
        margin-block: 18px 6px;
      }
      section + rating-comments {
        margin-block: 14px;
      }
      .bar {
        inline-size: 100%;
        block-size: 10px;
      }
      .bar rect {
        fill: var(--accent);
      }
      .bar .track {
        fill: var(--line);
      }
    `]}firstUpdated(){this.load()}render(){return N`
      <div class="head">
        <h2>${W.overview.title}</h2>
        <a class="button small" href=${J(`struggles`,`yesterday`)}>${W.insights.wentWrongYesterday}</a>
        <button class="button small" @click=${this.download}>${W.insights.export}</button>
        <label class="row">
          <span class="visually-hidden">${W.overview.period}</span>
          <select @change=${this.choose}>
            ${em.map(e=>N`<option value=${e} ?selected=${e===this.days}>${W.overview.periods[e]}</option>`)}
          </select>
        </label>
      </div>
      ${this.problem?N`<p class="error" role="alert">${this.problem}</p>`:P}
      ${this.kpis?this.tiles(this.kpis):N`<p class="muted" role="status">${this.problem?``:W.overview.counting}</p>`}
    `}tiles(e){let t=W.overview,{confirmed:n,assumed:r}=e.resolved_by_ai,i=Math.max(1,...Object.values(e.handoff_reasons));return N`<div class="tiles">
        ${this.figure(t.conversations,H(e.conversations),N`${t.outcomes({confirmed:n,assumed:r,handedOff:e.handed_off,gaveUp:e.gave_up,unknown:e.unknown}).map(([e,t],n)=>N`${n?`, `:``}<a href=${this.behind(e)}>${t}</a>`)}`,`conversations`)}
        <rate-tile .name=${t.deflection.name} .what=${t.deflection.what} .rate=${e.deflection_rate} .earlier=${this.earlier?.deflection_rate??null} .days=${this.days} href=${this.behind(`deflection_rate`)}></rate-tile>
        <rate-tile .name=${t.satisfied.name} .what=${t.satisfied.what(e.csat.responses,e.csat.mean===null?null:Qe(e.csat.mean,1))} .rate=${e.csat.share_satisfied} .earlier=${this.earlier?.csat.share_satisfied??null} .days=${this.days} href=${this.behind(`csat.share_satisfied`)}></rate-tile>
        <rate-tile .name=${t.handedOver.name} .what=${t.handedOver.what} .rate=${e.handoff_rate} .earlier=${this.earlier?.handoff_rate??null} .days=${this.days} href=${this.behind(`handoff_rate`)}></rate-tile>
        <rate-tile .name=${t.gaveUp.name} .what=${t.gaveUp.what} .rate=${e.gave_up_rate} .earlier=${this.earlier?.gave_up_rate??null} .days=${this.days} href=${this.behind(`gave_up_rate`)}></rate-tile>
        <rate-tile .name=${t.failedTurns.name} .what=${t.failedTurns.what} .rate=${e.failure_rate} .earlier=${this.earlier?.failure_rate??null} .days=${this.days} href=${this.behind(`failure_rate`)}></rate-tile>
        <rate-tile .name=${t.cameBack.name} .what=${t.cameBack.what} .rate=${e.reopened_rate} .earlier=${this.earlier?.reopened_rate??null} .days=${this.days} href=${this.behind(`reopened_rate`)}></rate-tile>
        ${this.figure(t.firstResponse,nm(e.first_response_ms.p50),rm(t.of20,nm,e.first_response_ms.p95),`first_response_ms`)}
        ${this.figure(t.timeToPerson,tm(e.time_to_human_seconds.p50),rm(t.of10,tm,e.time_to_human_seconds.p90),`time_to_human_seconds`)}
        ${e.cost_per_conversation.mean===null?P:this.figure(t.cost,im(e.cost_per_conversation.mean,this.currency),t.costOf(H(e.cost_per_conversation.conversations),im(e.cost_per_conversation.total??0,this.currency)),`cost_per_conversation`)}
        ${this.figure(t.handlingTime,tm(e.aht_seconds.p50),rm(t.of10,tm,e.aht_seconds.p90),`aht_seconds`)}
      </div>
      <kpi-chart .groups=${this.byDay} .days=${this.days} @day-chosen=${e=>ms(`conversations`,e.detail)}></kpi-chart>
      <section class="card">
        <h3>${t.whyPeople}</h3>
        ${Object.keys(e.handoff_reasons).length?N`<div class="reasons">
              ${Object.entries(e.handoff_reasons).map(([e,t])=>N`<a href=${this.behind(`handoff_reasons.${e}`)}>${Ms(e)[0]}</a>${am(t/i)}<strong>${H(t)}</strong>`)}
            </div>`:N`<p class="small muted">${t.noHandoffs}</p>`}
        ${Object.keys(e.handoff_hours).length?N`<h3 class="hours">${t.byHour}</h3>
              <handoff-hours .hours=${e.handoff_hours} @hour-chosen=${this.chooseHour}></handoff-hours>`:P}
      </section>
      <rating-comments .api=${this.api} from=${this.since}></rating-comments>
      <offer-results .api=${this.api} from=${this.since}></offer-results>`}figure(e,t,n,r){return N`<section class="card">
      <h3 class="small muted"><a href=${this.behind(r)} title=${W.insights.show}>${e}</a></h3>
      <div class="value">${t}</div>
      <p class="small muted">${n}</p>
    </section>`}chooseHour(e){location.hash=this.behind(`handoff_hours.${e.detail}`)}choose(e){this.days=Number(e.target.value),this.load()}get from(){return this.days?new Date(Date.now()-this.days*$p).toISOString():``}behind(e){return J(`conversations`,new URLSearchParams({measure:e,...this.from?{from:this.from}:{}}).toString())}async load(){let e=this.from,t=e?`from=${e}`:``,n=this.days?new Date(Date.now()-2*this.days*$p).toISOString():``;try{this.problem=``;let[r,i,a]=await Promise.all([this.api.get(`/v1/kpis?${t}`),this.api.get(`/v1/kpis?${t}&group_by=day`),n?this.api.get(`/v1/kpis?from=${n}&to=${e}`):null]);this.kpis=r.items[0]??null,this.since=e,this.currency=r.currency,this.byDay=i.items,this.earlier=a?.items[0]??null}catch(e){this.problem=bt(e)}}async download(){try{let e=this.from?`from=${this.from}&`:``;Oc(await this.api.download(`/v1/kpis/export?${e}group_by=day`),`kpis.csv`)}catch(e){this.problem=bt(e)}}};G([z({attribute:!1})],om.prototype,`api`,void 0),G([B()],om.prototype,`kpis`,void 0),G([B()],om.prototype,`problem`,void 0),G([B()],om.prototype,`days`,void 0),G([B()],om.prototype,`earlier`,void 0),G([B()],om.prototype,`byDay`,void 0),G([B()],om.prototype,`since`,void 0),G([B()],om.prototype,`currency`,void 0),om=G([R(`kpi-overview`)],om);var sm=class extends L{constructor(...e){super(...e),this.api=null,this.place=ps(location.hash),this.done=``,this.gap=null,this.onSessionEnded=()=>{Et(``),this.api=null},this.onHash=()=>{let e=ps(location.hash);this.place.id===`new`&&(this.gap=null),this.place.id||(this.done=``),this.place=e,scrollTo(0,0)}}static{this.styles=[Xe,V,c`
      :host {
        display: block;
        min-block-size: 100dvh;
        background: var(--sunken);
      }
      header {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px 14px;
        padding: 8px 20px;
        border-block-end: 1px solid var(--line);
        background: var(--surface);
      }
      h1 {
        font-size: 16px;
      }
      nav {
        display: flex;
        flex-wrap: wrap;
        gap: 2px;
        margin-inline-end: auto;
      }
      nav a {
        padding: 6px 8px;
        border-radius: 8px;
        color: var(--muted);
        font-size: 14px;
        font-weight: 550;
        text-decoration: none;
      }
      nav a:hover {
        background: var(--sunken);
      }
      nav a[aria-current="page"] {
        background: var(--accent-soft);
        color: var(--accent-text);
      }
      @media (max-width: 760px) {
        h1 {
          margin-inline-end: auto;
        }
        nav {
          order: 1;
          flex-basis: 100%;
        }
      }
      main {
        max-inline-size: 1120px;
        margin-inline: auto;
        padding: 24px 20px 64px;
      }
    `]}connectedCallback(){super.connectedCallback(),document.documentElement.lang=W.language,document.title=W.pageTitle,addEventListener(`hashchange`,this.onHash),addEventListener(St,this.onSessionEnded),Tt()&&this.enter(Tt())}disconnectedCallback(){super.disconnectedCallback(),removeEventListener(`hashchange`,this.onHash),removeEventListener(St,this.onSessionEnded)}render(){let{api:e}=this;return e?N`
      <header>
        <img src="/static/icon.svg" width="26" height="26" alt="" />
        <h1>${W.title}</h1>
        <nav aria-label=${W.title}>
          ${us.map(e=>N`<a href=${J(e)} aria-current=${e===this.place.room?`page`:`false`}>${W.sections[e]}</a>`)}
        </nav>
        <button class="button small" @click=${()=>this.endAndLeave(e)}>${W.signOut}</button>
      </header>
      <main>${Ye(this.placeKey,this.roomOf(e))}</main>
    `:N`<staff-sign-in
        heading=${W.title}
        probe="/v1/kpis"
        page="admin"
        roles=${W.roles}
        @signed-in=${e=>this.enter(e.detail)}
      ></staff-sign-in>`}get placeKey(){let{room:e,id:t}=this.place;return e===`audit`?e:`${e}/${t}`}roomOf(e){let{room:t,id:n}=this.place;switch(t){case`articles`:return n?this.editor(e,n):N`<article-list .api=${e} .done=${this.done}></article-list>`;case`import`:return N`<import-files .api=${e}></import-files>`;case`ask`:return N`<search-tester .api=${e}></search-tester>`;case`flags`:return n?N`<flag-review .api=${e} .flagId=${n} @flag-dismissed=${()=>this.finish(W.flags.dismissed,`flags`)}></flag-review>`:N`<flag-list .api=${e} .done=${this.done}></flag-list>`;case`audit`:return N`<audit-list .api=${e} .kind=${n}></audit-list>`;case`gaps`:return N`<gap-list .api=${e} @article-write=${this.writeFor}></gap-list>`;case`struggles`:return N`<struggle-list .api=${e} .period=${n}></struggle-list>`;case`quality`:return n.includes(`=`)?N`<score-conversations .api=${e} .query=${n}></score-conversations>`:N`<score-list .api=${e} .period=${n}></score-list>`;case`versions`:return N`<version-list .api=${e}></version-list>`;case`history`:return N`<history-list .api=${e} .chosen=${n}></history-list>`;case`conversations`:return N`<behind-a-number .api=${e} .query=${n}></behind-a-number>`;case`transcript`:return N`<conversation-transcript .api=${e} .conversationId=${n}></conversation-transcript>`;case`overview`:return N`<kpi-overview .api=${e}></kpi-overview>`}}editor(e,t){let n=t===`new`?this.gap:null;return N`<article-editor
      .api=${e}
      .articleId=${t}
      .unsavedId=${n?`gap/${n.id}`:t}
      .beginning=${n?n.draft??{title:n.questions[0]??n.name}:null}
      .questions=${n?.questions??[]}
      @article-saved=${e=>this.finish(e.detail,`articles`)}
    ></article-editor>`}writeFor(e){this.gap=e.detail,ms(`articles`,`new`)}finish(e,t){this.done=e,ms(t)}async enter(e){let t=new Ct(``,e);try{let[e]=await Promise.all([t.get(`/v1/staff/me`),t.get(`/v1/kpis`)]);Es(e.name),this.api=t}catch{return}}async endAndLeave(e){await kt(e)&&this.leave()}leave(){Et(``),Ts(),this.api=null}};G([B()],sm.prototype,`api`,void 0),G([B()],sm.prototype,`place`,void 0),G([B()],sm.prototype,`done`,void 0),sm=G([R(`admin-pages`)],sm)})();