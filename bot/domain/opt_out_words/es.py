"""Spanish."""

TABLE = """
stop: no me {mande,manden,envie,envien} mas | alto | parar | pare | paren | detener | cancelar | anular | desuscribir | desuscribirme
  no mas | darme de baja | dar de baja
  {quiero,deseo,quisiera,necesito} {darme de baja,cancelar,cancelar la suscripcion,anular la suscripcion,desuscribirme} | denme de baja
  dame de baja | deme de baja | no quiero {saber nada,saber mas} de ustedes | cancelen mi {suscripcion,numero}
  no mas {mensajes,textos,sms,msj} | basta de {mensajes,textos} | alto a los mensajes
  {ya no,no} quiero {,que me }{estar recibiendo,hablar con ustedes,hablar con usted,que me contacten} | cancele{,n} los mensajes
alone: baja | para
not: no | ya no | nunca | nunca mas | no quiero que | ya no quiero que | no quiero | ya no quiero | que no | que ya no | jamas
  prefiero que no | no vuelva{,n,s} a | no volver a | no sigan | no siga | no sigas | favor de no | favor no | no deseo que
  no me vuelva{,n,s} a | no me sigan | no me siga | no me sigas | les pido que no | le pido que no | te pido que no | pido que no
nomore: no quiero | ya no quiero | no deseo | ya no deseo | no necesito | ya no necesito | no quiero recibir | ya no quiero recibir
  no deseo recibir | no quisiera recibir | ya no me interesa recibir
write: escrib{a,as,an,ir,irme,irnos,iendo,iendome,ais} | contact{e,es,en,ar,arme,eis} | texte{en,es,ar,arme,ando}
  respond{a,as,an,er,erme} | contest{e,es,en,ar,arme} | comuni{que,quen,ques} | molest{e,en,es,ar,arme,ando}
  mensaj{ee,een,ees,ear,earme} | escrivan | escriva | escrivas | hable{n,s,} por aqui | busque{n,s,} | escriba | escribame
call: llam{e,es,en,ar,arme,ando,eis} | marque{,n,s} | telefonee{,n}
send: mand{e,es,en,ar,arme,ando,andome} | envi{e,es,en,ar,arme,ando,andome} | manda{r,} | pongan
message: mensaj{e,es,ito,itos} | texto | textos | msj | msjs | msg | nada | sms | mas mensajes | informacion | cosas | avisos
  notificaciones | whats
stopping: dej{a,e,en,ad,ar} de | par{a,e,en} de | par{a,e,en,ar} {,con }los | par{a,e,en} ya {de,con los} | basta de | ya basta de
  ces{e,en} de | quiero que {dejen,deje,dejes,paren} de | termine{,n} de | det{en,enga,engan} los | cancel{a,e,en} los | podrian parar de
  suspend{a,an} {los,el envio de}
again: mas | nunca mas | otra vez | de nuevo | nunca | ya | jamas | nuevamente | por siempre | para siempre | en absoluto | ya mas
  de ahora en adelante
here: a este {numero,telefono,celular,cel} | por aqui | aqui | a mi {numero,telefono,celular,cel} | al {numero,telefono,celular}
  este {numero,telefono} | por este medio | por mensaje
me: me | a mi | nos | los | las | de | tantos | tanto | ningun | sus | tus | estos | con | conmigo | mi | el | usted | ustedes | recibir
  que | a | tu | la | lo | por
or: o | ni | y | u
remove: quita{,me} | quite{,nme,me,n} | borre{,nme,me,n} | borra{,me} | saque{,nme,me,n} | saca{,me} | elimine{,nme,me,n} | elimina{,me}
  remueva{,n}
list: de {la,tu,su,sus,esta} {lista,listas,sistema,base de datos} | mi numero | mi telefono
  mi numero de {la,su,tu,esta} {lista,sistema,base de datos} | este numero
polite: por {favor,fa} | porfa | porfis | hola | gracias | muchas gracias | mil gracias | buen{os,as} {dias,tardes,noches} | disculpe{,n}
  disculpa | perdon | perdone | lo siento | si | bueno | oiga{,n} | oye | mire | favor | le{,s} pido | le{,s} ruego | te pido | te lo pido
  se lo pido | se los pido | adios | bendiciones | dios {los,le,te} bendiga | senor{,es,a} | amigo | plis | xfa | xfavor | x favor
  entiendan | de verdad | en serio | solo | gracias por {todo,la ayuda,su ayuda} | no gracias | es que | saludos
ask: puede{,n,s} | podria{,n,s} | me hace el favor de | seria posible | hagame el favor de | me podria{,n} | me puede{,n} | pueden
  quisiera que | serian tan amables de
wrong: numero equivocado | se equivoc{o,aron,a,an} de numero | esta{,n,s} equivocad{o,a,os} | es{,te es} {,un ,el }numero equivocado
  este numero {esta,es} equivocado | tiene{,n} {el,un} numero equivocado | no me interesa{,  mas} | no los conozco | no le{,s} conozco
  no te conozco | no soy {yo,la persona,quien buscan,quien busca,esa persona} | te equivocaste{,  de numero} | equivocado
  numero incorrecto | ya no me interesa | yo no {pedi,di mi numero,me inscribi,pedi esto} | no estoy interesad{o,a}
  no se quien{,es} {es,son,eres} | yo no los conozco | dejenme en paz | deje{,n}me tranquil{o,a} | ya no necesito {,su ,la ,mas }ayuda
  no necesito {,su ,la }ayuda | no necesito nada
wrong ask: quien {es,eres,habla} | quienes son | de donde {sacaron,saco} mi numero | por que me {escriben,escribe,mandan mensajes}
who: el | ella | ellos
  mi {esposo,marido,esposa,jefe,jefa,patron,patrona,novio,pareja,papa,mama,padre,madre,hermano,familia,tio,hijo,hija,suegra,senor,ex}
  alguien | porque {el,ella,mi esposo,mi marido,mi jefe,mi patron,mi novio,mi pareja} | es que {el,mi esposo,mi marido}
  si {el,ella,mi esposo,mi marido,mi jefe} | los patrones | el patron | la patrona | el jefe | mis {padres,papas,jefes,patrones}
  la gente | otra persona
sees: {me ,}revisa{,n} | {me ,}checa{,n} | {me ,}lee{,n} | ve{,n} | {me ,}mira{,n} | {me ,}controla{,n} | {me ,}vigila{,n} | {me ,}usa{,n}
  tiene{,n} | {lo ,los ,las ,}{va a,puede,pueden,van a} {ver,leer,revisar,enterarse,revisarme,enojar,enojarse}
  se {va a ,}{entera,enterar,enoja,enojar,da cuenta} | se entere{,n} | vea{,n} | lea{,n}
  me {va a matar,mata,pega} si {los ,lo ,}{ve,lee,se entera} | {me ,}esta{,n} {revisando,viendo,leyendo,vigilando} | encuentra
  {lo,los} ve{,n} | {me ,}quita
phone: {mi,el,este,su} {telefono,celular,cel,movil} | {mis,los,estos} mensajes | esto | todo | celular | telefono | mensajes | a diario
  todos los dias | siempre
reason: porque | es {peligroso,arriesgado}{, para mi} | no es {seguro,mi telefono,mi celular,mi numero}{, para mi}
  este no es mi {telefono,celular,numero} | no es segur{o,a} | me {van a,puede,pueden} meter en problemas | estoy {bien,a salvo}{, ya}
  ya estoy {bien,a salvo} | ya cambie de {opinion,idea} | tengo miedo | comparto {el,este} {telefono,celular}
  el {telefono,celular} {es compartido,no es mio} | este {telefono,celular} {es compartido,no es mio}
  voy a {tener problemas,bloquear{,los,te}} | me meto en problemas | me da miedo | es molesto | cambie de {opinion,idea}
  me {cobran,cuesta} {,cada mensaje,dinero} | los voy a {bloquear,reportar,denunciar} | me tienen cansad{o,a} | puedo tener problemas
  ya no {la,lo} necesito
start: comenzar | empezar | iniciar | reanudar | reiniciar | volver a empezar
  {quiero,quisiera,deseo} {volver,regresar,empezar,empezar otra vez,volver a recibir mensajes}
  {quiero,quisiera,deseo} {recibir mensajes,recibir mensajes otra vez,recibir mensajes de nuevo,reanudar,suscribirme}
  escribanme {otra vez,de nuevo} | {ya ,}pueden {escribirme,volver a escribirme,mandarme mensajes} {otra vez,de nuevo}
  ya {puede,pueden} escribirme | comience | inicio | inscribirme | suscribirme | alta | activar | reactivar | continuar
  vuelvan a escribirme | vuelve a escribirme | mandenme mensajes {otra vez,de nuevo} | empiecen {otra vez,de nuevo}
  quiero que me {escriban,manden mensajes} {otra vez,de nuevo}
help: ayuda | ayud{ame,enme,eme,en,a me,enos} | auxilio | socorro | necesito {,su ,mucha,de su ,una }ayuda{, ya, urgente, ahora}
  {me ,}{pueden,puede,podrian,puedes} ayudar{,me} | quiero ayuda | salve{nme,me} | salvame | rescatenme | emergencia | urgente | sos
  ocupo ayuda | alguien {que me ayude,ayudeme} | ayuda {urgente,por favor,ya} | alguien me {puede,podria} ayudar | pido {ayuda,auxilio}
  que alguien me ayude
block: no quiero nada | no dej{en,e,es} de | no par{en,e,es} de | no me dej{en,e,es} de
"""
