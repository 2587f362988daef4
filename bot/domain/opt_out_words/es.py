"""Spanish."""

TABLE = """
stop: no me {mande,manden,envie,envien} mas | alto | parar | pare | paren | detener | cancelar | anular | desuscribir | desuscribirme
  no mas | darme de baja | dar de baja
  {quiero,deseo,quisiera,necesito} {darme de baja,cancelar,cancelar la suscripcion,anular la suscripcion,desuscribirme} | denme de baja
  dame de baja | deme de baja | no quiero {saber nada,saber mas} de ustedes | cancelen mi {suscripcion,numero}
  no mas {mensajes,textos,sms,msj} | basta de {mensajes,textos} | alto a los mensajes
  {ya no,no} quiero {,que me }{estar recibiendo,hablar con ustedes,hablar con usted,que me contacten} | cancele{,n} los mensajes
  {quiero,quisiera,necesito,deseo,me quiero} {desinscribirme,salir de la lista}
  {quiero,quisiera,necesito,deseo,me quiero} {salirme de la lista,dar de baja mi numero,dar de baja este numero}
  me {doy,quiero dar} de baja | {denme,dame,deme,den} de baja{, por favor} | ya no mas {mensajes,textos,sms,msj} | ni un mensaje mas
  ningun mensaje mas | cancelar {mi ,la ,}{suscripcion,mensajes,servicio} | cancelen {todo,los mensajes,la suscripcion}
  {paren,pare,para,alto} {los ,con los ,sus }{mensajes,textos} | {ya ,}dejenme de {molestar,escribir} | no quiero contacto
  dar de baja {mi ,este ,}numero | no mas {mensages,mensaje,texto} | olviden mi numero | desuscribanme | desuscribeme
  {ya ,}no me {interesan,interesa} {sus ,}mensajes | sin mensajes | fuera de la lista
alone: baja | para
not: no | ya no | nunca | nunca mas | no quiero que | ya no quiero que | no quiero | ya no quiero | que no | que ya no | jamas
  prefiero que no | no vuelva{,n,s} a | no volver a | no sigan | no siga | no sigas | favor de no | favor no | no deseo que
  no me vuelva{,n,s} a | no me sigan | no me siga | no me sigas | les pido que no | le pido que no | te pido que no | pido que no
  no me | no nos | no le | no se | no vayan a | no vaya a | ya no me | nunca me | tampoco | no quiero que me | no quiero que nadie me
  no deseo que me | no tienen que | no hace falta que | no es necesario que | no necesito que | prefiero que no me | evite{,n}
  le{,s} agradezco que no | le{,s} agradeceria que no | agradeceria que no | quiero que no | quiero que ya no | quisiera que no
  quisiera que ya no | les digo que no | que nadie me | por favor no | porfavor no | no kiero que | ya no kiero que
  no tiene{,n} permiso de | no estan autorizados a
nomore: no quiero | ya no quiero | no deseo | ya no deseo | no necesito | ya no necesito | no quiero recibir | ya no quiero recibir
  no deseo recibir | no quisiera recibir | ya no me interesa recibir
  no mas | ya no mas | no {quiero,deseo,quisiera} {seguir ,mas }{recibiendo,recibir} | no {quiero,deseo} que me {lleguen,llegue,llegan}
  ya no quiero que me {lleguen,llegue} | ya no {quiero,deseo} {seguir ,mas }{recibiendo,recibir} | que no me {lleguen,llegue}
  no quisiera {seguir recibiendo,mas} | ni {un,una} | ningun | no me {gustan,gusta} | no acepto | no autorizo | no ocupo | me molestan
  estoy cansad{o,a} de | estoy hart{o,a} de | no me interesan | no {queremos,necesitamos} | ya no {queremos,necesitamos} | no kiero
  ya no kiero | no qiero
write: escrib{a,as,an,ir,irme,irnos,iendo,iendome,ais} | contact{e,es,en,ar,arme,eis} | texte{en,es,ar,arme,ando}
  respond{a,as,an,er,erme} | contest{e,es,en,ar,arme} | comuni{que,quen,ques} | molest{e,en,es,ar,arme,ando}
  mensaj{ee,een,ees,ear,earme} | escrivan | escriva | escrivas | hable{n,s,} por aqui | busque{n,s,} | escriba | escribame
  {text,texte,texti}{ee,een,ees,ear,earme,eando} | text{ea,een} | escrib{as,an,iros,irles} | escribiendo{me,} | mensaj{eando,earme,eis}
  escribirnos | eskriban | eskriba | escrivan | escrivas | escriviendo | escrivir{,me} | contactar{nos,se} | contactando{,me} | contactes
  hablar{me,} por aqui | hables | hablen | hable | hablarme | moleste | fastidi{e,en,es,ar} | acos{e,en,ar} | comunicar{se,} conmigo
  comunique{,n,nse,se} | pong{a,an}{se, se, nse}{, en contacto} | pongan en contacto | mande{n,}me | responda{n,s} | wasapee{n,s,}
  whatsappe{en,es,e} | molestandome | insist{a,an,as,ir}
call: llam{e,es,en,ar,arme,ando,eis} | marque{,n,s} | telefonee{,n}
send: mand{e,es,en,ar,arme,ando,andome} | envi{e,es,en,ar,arme,ando,andome} | manda{r,} | pongan
  mandando{,me} | mandarme | manden{me,} | mandes | mandeis | envieis | enviandome | enviarme | enviarle | siga{,n,s} {mandando,enviando}
  reenvie{,n} | mandarle | enviarnos | mande{me,nme} | llegar
message: mensaj{e,es,ito,itos} | texto | textos | msj | msjs | msg | nada | sms | mas mensajes | informacion | cosas | avisos
  notificaciones | whats
  mensaje{,s} de {texto,ustedes} | mensages | mensage | mesajes | mensajs | mjs | msjes | mjes | msgs | texts
  {los,estos,esos,sus,tus,mas,ningun,otro,estas} {mensaje,mensajes,textos,msj,sms,mensages} | ni un mensaje | un mensaje mas | whatsapps
  wasaps | notificacion | alertas | publicidad | propaganda | promociones | comunicaciones | esas cosas | tanto mensaje
stopping: dej{a,e,en,ad,ar} de | par{a,e,en} de | par{a,e,en,ar} {,con }los | par{a,e,en} ya {de,con los} | basta de | ya basta de
  ces{e,en} de | quiero que {dejen,deje,dejes,paren} de | termine{,n} de | det{en,enga,engan} los | cancel{a,e,en} los | podrian parar de
  suspend{a,an} {los,el envio de}
  dej{a,e,en,ad}{me,nme,} {de,ya de} | dejenme de | dejeme de | dejame de | {ya ,}{deja,deje,dejen,para,pare,paren} de | pueden parar de
  {tienen,tiene} que {dejar,parar} de | quiero que {ya ,}{dejen,deje,dejes,paren} de | pido que {dejen,paren} de | par{a,e,en} con
  paren ya de | corten con | corta con | detengan | detenga | termine{n,} con | acaben con | no siga{,n,s} con | eviten
again: mas | nunca mas | otra vez | de nuevo | nunca | ya | jamas | nuevamente | por siempre | para siempre | en absoluto | ya mas
  de ahora en adelante
  ni una vez mas | en adelante | mas por favor | mas nunca | nunca jamas | desde hoy | a partir de {hoy,ahora} | nomas | tanto
  definitivamente | mas veces | ya nunca | seguir | siguiendo
here: a este {numero,telefono,celular,cel} | por aqui | aqui | a mi {numero,telefono,celular,cel} | al {numero,telefono,celular}
  este {numero,telefono} | por este medio | por mensaje
  en este {numero,telefono,celular} | en mi {numero,telefono,celular} | a mi {cel,movil} | por este {numero,telefono,medio,chat}
  por whatsapp | este {cel,celular,chat} | de este numero | al cel | para aca | aca | por aca
me: me | a mi | nos | los | las | de | tantos | tanto | ningun | sus | tus | estos | con | conmigo | mi | el | usted | ustedes | recibir
  que | a | tu | la | lo | por
  mi numero | a mi numero | del | sus mensajes | le | les | se | un | una | esos | esas | estas | para | todo | todos | eso | ella | yo
  te | ti | cosas | tipo | mucho | muchos | tantas | otro | otros | alguno | q | ke | mas | desde | su | nadie | por nada
or: o | ni | y | u
  ni me | o me | ni nada
remove: quita{,me} | quite{,nme,me,n} | borre{,nme,me,n} | borra{,me} | saque{,nme,me,n} | saca{,me} | elimine{,nme,me,n} | elimina{,me}
  remueva{,n}
  remuev{a,an,e} | bor{rame,renme,reme} | elimin{ar,enme,eme,ame} | borrar | quitar{,me} | sacar{,me} | saqueme | saquenme | den de baja
  retire{,n,nme,me} | retir{a,ame} | olvide{,n} | desinscrib{an,anme,eme} | bote{,n} | anule{,n}
list: de {la,tu,su,sus,esta} {lista,listas,sistema,base de datos} | mi numero | mi telefono
  mi numero de {la,su,tu,esta} {lista,sistema,base de datos} | este numero
  {mi,este,el} {numero,telefono,celular,contacto,nombre,num,cel}
  {de,del} {la ,tu ,su ,sus ,esta ,}{lista,listas,sistema,base de datos,registro,contactos,grupo} | de mi numero | mis {datos,contactos}
  de sus {contactos,registros} | de ahi | mi numero de {ahi,aqui} | mi num
polite: por {favor,fa} | porfa | porfis | hola | gracias | muchas gracias | mil gracias | buen{os,as} {dias,tardes,noches} | disculpe{,n}
  disculpa | perdon | perdone | lo siento | si | bueno | oiga{,n} | oye | mire | favor | le{,s} pido | le{,s} ruego | te pido | te lo pido
  se lo pido | se los pido | adios | bendiciones | dios {los,le,te} bendiga | senor{,es,a} | amigo | plis | xfa | xfavor | x favor
  entiendan | de verdad | en serio | solo | gracias por {todo,la ayuda,su ayuda} | no gracias | es que | saludos
  pero | pues | entonces | aunque | disculpen la molestia | con {permiso,respeto,todo respeto} | con todo el respeto | senorita
  se{ñ,n}ores | joven | hermano | hermana | amiga | amigos | se lo agradezco | se los agradezco | se lo agradeceria | se lo suplico
  les suplico | le suplico | te suplico | por el amor de dios | por dios | dios mio | ay | okey | bien | no gracias | que tengan buen dia
  que tenga buen dia | cuidense | cuidese | perdonen | perdoneme | disculpeme | disculpenme | discul | pfavor | porfavor | x fa | grax
  grasias | grcs | muy amable | muchisimas gracias | gracias igual | gracias de todos modos | gracias por su {tiempo,apoyo} | fin
  ya por favor | ya
ask: puede{,n,s} | podria{,n,s} | me hace el favor de | seria posible | hagame el favor de | me podria{,n} | me puede{,n} | pueden
  quisiera que | serian tan amables de
  podrias | me hacen el favor de | hagan el favor de | me puedes | haz el favor de | se puede | hay forma de | como hago para
wrong: numero equivocado | se equivoc{o,aron,a,an} de numero | esta{,n,s} equivocad{o,a,os} | es{,te es} {,un ,el }numero equivocado
  este numero {esta,es} equivocado | tiene{,n} {el,un} numero equivocado | no me interesa{,  mas} | no los conozco | no le{,s} conozco
  no te conozco | no soy {yo,la persona,quien buscan,quien busca,esa persona} | te equivocaste{,  de numero} | equivocado
  numero incorrecto | ya no me interesa | yo no {pedi,di mi numero,me inscribi,pedi esto} | no estoy interesad{o,a}
  no se quien{,es} {es,son,eres} | yo no los conozco | dejenme en paz | deje{,n}me tranquil{o,a} | ya no necesito {,su ,la ,mas }ayuda
  no necesito {,su ,la }ayuda | no necesito nada
  se equivoc{o,aron,a,an,aste} de {persona,telefono,celular} | te equivocaste de {numero,persona}
  {yo ,}no soy {esa,la,esta} {persona,mujer,senora,muchacha}{, que {busca,buscan,buscas}} | no soy {el,ella,esa,ese}
  {ya ,}no necesito {esto,eso,nada de esto,nada de ustedes} | yo no necesito {esto,eso} | no es conmigo | persona equivocada
  no soy {maria,ana,juan,jose} | no conozco {a ustedes,a nadie asi} | {este no es,aqui no es} {su ,el ,mi }numero
  esta equivocad{o,a}{, de numero} | aqui no vive | no me interesan | no estamos interesados | no se quienes son | aqui no es
  yo no pedi {informacion,mensajes} | no quiero {su ,}ayuda | {ya ,}no ocupo{, ayuda, nada, esto}
wrong ask: quien {es,eres,habla} | quienes son | de donde {sacaron,saco} mi numero | por que me {escriben,escribe,mandan mensajes}
who: el | ella | ellos
  mi {esposo,marido,esposa,jefe,jefa,patron,patrona,novio,pareja,papa,mama,padre,madre,hermano,familia,tio,hijo,hija,suegra,senor,ex}
  alguien | porque {el,ella,mi esposo,mi marido,mi jefe,mi patron,mi novio,mi pareja} | es que {el,mi esposo,mi marido}
  si {el,ella,mi esposo,mi marido,mi jefe} | los patrones | el patron | la patrona | el jefe | mis {padres,papas,jefes,patrones}
  la gente | otra persona
  mis {hijos,suegros,patrones,tios} | mi {viejo,senora,cunado,cunada,primo,prima,hermana,companero,dueno,encargado,supervisor}
  la {senora,duena} | el {senor,dueno,encargado} | {porque ,pues ,}{ellos,aqui} | las personas
sees: {me ,}revisa{,n} | {me ,}checa{,n} | {me ,}lee{,n} | ve{,n} | {me ,}mira{,n} | {me ,}controla{,n} | {me ,}vigila{,n} | {me ,}usa{,n}
  tiene{,n} | {lo ,los ,las ,}{va a,puede,pueden,van a} {ver,leer,revisar,enterarse,revisarme,enojar,enojarse}
  se {va a ,}{entera,enterar,enoja,enojar,da cuenta} | se entere{,n} | vea{,n} | lea{,n}
  me {va a matar,mata,pega} si {los ,lo ,}{ve,lee,se entera} | {me ,}esta{,n} {revisando,viendo,leyendo,vigilando} | encuentra
  {lo,los} ve{,n} | {me ,}quita
  {me ,}{checan,revisan,leen,miran,quitan,quita} | agarra{,n} | {siempre ,}{ve,lee,revisa,checa,mira,usa}
  puede{,n} {verlo,verlos,leerlos} | {lo,los,las} {ve,lee,revisa,mira,checa}{,n} | esta {viendo,leyendo,revisando}
  se va a {dar cuenta,enojar,molestar} | se molesta | se pone {celoso,bravo} | me va a {pegar,matar} si {ve,lee,se entera} | anda viendo
phone: {mi,el,este,su} {telefono,celular,cel,movil} | {mis,los,estos} mensajes | esto | todo | celular | telefono | mensajes | a diario
  todos los dias | siempre
  mis {textos,msj,cosas} | el cel | mi cel | este telefono | mi movil | el movil
reason: porque | es {peligroso,arriesgado}{, para mi} | no es {seguro,mi telefono,mi celular,mi numero}{, para mi}
  este no es mi {telefono,celular,numero} | no es segur{o,a} | me {van a,puede,pueden} meter en problemas | estoy {bien,a salvo}{, ya}
  ya estoy {bien,a salvo} | ya cambie de {opinion,idea} | tengo miedo | comparto {el,este} {telefono,celular}
  el {telefono,celular} {es compartido,no es mio} | este {telefono,celular} {es compartido,no es mio}
  voy a {tener problemas,bloquear{,los,te}} | me meto en problemas | me da miedo | es molesto | cambie de {opinion,idea}
  me {cobran,cuesta} {,cada mensaje,dinero} | los voy a {bloquear,reportar,denunciar} | me tienen cansad{o,a} | puedo tener problemas
  ya no {la,lo} necesito
  no es mi {celular,telefono,cel,numero}
  este {cel,celular,telefono,numero} {es de mi {esposo,marido,jefe,hijo,hija},es de otra persona,no es mio}
  el {cel,celular,telefono} es {prestado,de otra persona,de mi {esposo,marido,jefe,patron}} | es {prestado,ajeno} | no es mio
  por seguridad | por mi seguridad | me {pone,ponen} en peligro | me {mata,pega} | me metes en problemas | me {estan ,}molesta{n,ndo}
  estoy {trabajando,ocupad{o,a},dormid{o,a},cansad{o,a}} | ya tengo {ayuda,trabajo,lo que necesitaba} | ya me ayudaron
  ya no {quiero ayuda,hace falta,es necesario} | no quiero {problemas,tener problemas,meterme en problemas} | es un celular compartido
  lo {usamos,usan} {todos,varios} | molestan mucho | son muchos | me llegan muchos | cuesta{, dinero} | es mucho | no insistan
  me gastan el saldo | estoy en el trabajo | si no los bloqueo | o los bloqueo | los bloqueo
start: comenzar | empezar | iniciar | reanudar | reiniciar | volver a empezar
  {quiero,quisiera,deseo} {volver,regresar,empezar,empezar otra vez,volver a recibir mensajes}
  {quiero,quisiera,deseo} {recibir mensajes,recibir mensajes otra vez,recibir mensajes de nuevo,reanudar,suscribirme}
  escribanme {otra vez,de nuevo} | {ya ,}pueden {escribirme,volver a escribirme,mandarme mensajes} {otra vez,de nuevo}
  ya {puede,pueden} escribirme | comience | inicio | inscribirme | suscribirme | alta | activar | reactivar | continuar
  vuelvan a escribirme | vuelve a escribirme | mandenme mensajes {otra vez,de nuevo} | empiecen {otra vez,de nuevo}
  quiero que me {escriban,manden mensajes} {otra vez,de nuevo}
  quiero {empezar,comenzar,iniciar}{, de nuevo, otra vez} | {quiero ,}{reactivar,activar} {mensajes,los mensajes,mi numero}
  reanud{e,en} {los ,}mensajes | continu{e,en}{, por favor} | vuelvan | quiero {inscribirme,suscribirme,registrarme}{, otra vez, de nuevo}
  {quiero ,}regresar | ya {volvi,regrese} | {si ,}quiero {mensajes,los mensajes} {otra vez,de nuevo} | desbloquear | desbloqueen
  dar de alta | denme de alta | reinici{e,en} | empiec{e,en} | resumir
help: ayuda | ayud{ame,enme,eme,en,a me,enos} | auxilio | socorro | necesito {,su ,mucha,de su ,una }ayuda{, ya, urgente, ahora}
  {me ,}{pueden,puede,podrian,puedes} ayudar{,me} | quiero ayuda | salve{nme,me} | salvame | rescatenme | emergencia | urgente | sos
  ocupo ayuda | alguien {que me ayude,ayudeme} | ayuda {urgente,por favor,ya} | alguien me {puede,podria} ayudar | pido {ayuda,auxilio}
  que alguien me ayude
  {necesito,ocupo,quiero} que {me ayude,me ayuden,alguien me ayude,nos ayuden} | {por favor ,}ayud{enme,eme,ame} {ya,por favor,urgente}
  necesito {de ,}{su ,}{ayuda,apoyo,auxilio} {urgente,por favor,ahora,ya} | necesito {auxilio,apoyo} | {alguien ,}auxilienme | auxilieme
  nos pueden ayudar | socorro | socorranme | denme ayuda | me urge ayuda | alguien que me pueda ayudar | estoy pidiendo ayuda | ayudemen
  salvenos
block: no quiero nada | no dej{en,e,es} de | no par{en,e,es} de | no me dej{en,e,es} de
  me mand{e,en} {de,a} | no me mand{e,en} a | no dej{en,e,es} de
again anew: otra vez | de nuevo | nuevamente | de nuevo ya | una vez mas
anew: {vuelva,vuelvan,vuelve,volver,volvamos,volved} a | me {vuelvan,vuelva} a | reanud{e,en,a,ar} | continu{e,en,a,ar} | sig{a,an,ue}
  ya
may: {ya ,si ,ahora ,}{me ,}{puede,pueden,puedes,podeis,podes} {ya ,volver a ,} | ya se puede | pueden {volver a,seguir}
  esta bien que me
  autorizo que me | acepto que me | doy permiso {de que me,para que me} | si quiero que me | ya quiero que me | permito que me
  ya es seguro
want: {si ,ya ,}{quiero,quisiera,deseo,necesito}
  {si ,ya ,}{quiero,quisiera,deseo} {recibir,volver a recibir,que me manden,que me envien,que me lleguen,seguir recibiendo}
  me gustaria{, recibir, volver a recibir} | quiero que {me ,}{vuelvan a ,}
towrite: escrib{ame,anme,eme} | mand{ame,enme,eme} {mensajes,un mensaje,mensaje} | contact{ame,enme,eme} | respondanme | contestenme
now: ahora | hoy | ahorita
"""
