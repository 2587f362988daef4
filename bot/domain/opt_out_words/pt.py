"""Portuguese."""

TABLE = """
stop: parar | pare | parem | cancele | cancelem | cancelar | descadastrar | desinscrever | descadastre | descadastrar me
  quero {cancelar,sair da lista,me descadastrar,parar de receber mensagens,parar de receber} | chega de {mensagens,mensagem,sms}
  nao mais mensagens | sem mais mensagens | parar mensagens | cancelar {inscricao,assinatura,mensagens}
  nao quero mais {contato,falar com voces,falar com voce} | me {tira,tire,tirem} da lista
  {quero,desejo,gostaria de} {me ,}{descadastrar,desinscrever,sair,cancelar a inscricao}{, da lista, do grupo}
  {quero,desejo,gostaria de} {me ,}{cancelar a assinatura,cancelar o cadastro}{, da lista, do grupo}
  {quero,desejo,gostaria de} {me ,}{remover meu numero,cancelar as mensagens}{, da lista, do grupo}
  {sem,chega de,basta de,nada de} {mais ,}{mensagens,mensagem,msg,msgs,sms} | {para,pare,parem} {as,com as,com essas,essas,de} mensagens
  cancela{r,} {minha inscricao,o cadastro,tudo} | remover da lista | {me ,}descadastra{, da lista} | anular subscricao
  cancelar subscricao | nenhuma mensagem mais | nem mais uma mensagem | mais nenhuma mensagem | quero {que parem,parar} as mensagens
  retirar da lista | sair da lista | desinscreva me | desinscreva
not: nao | nunca | nunca mais | nao quero que | nao quero mais que | ja nao quero que | prefiro que nao | que nao | nao e pra | nao e para
  nao precisa mais | favor nao | nao volte{,m} a | nao fique{,m} | peco que nao | gostaria que nao | jamais | nao me
  n | naum | num | nao me | nao nos | nao quero {mais ,}que {vc,vcs,voce,voces,ninguem} | n quero {mais ,}que | nao e para
  nao e necessario | nao ha necessidade de | nao precisa{,m} | nao precisam mais | pedia que nao | agradecia que nao | agradeco que nao
  prefiro que {voce,voces,vc} nao | por favor nao | favor nao me | evite{,m} | parem e nao | nao quero {vc,voces,voce}
  nao estou autorizando | proibo | nao devem | nem | peco para nao | peco pra nao | quero que nao | gostava que nao | pare e nao
  nao tornem a | nao torne a | nao voltem a | nao volte a
nomore: nao quero | nao quero mais | nao quero receber | nao quero mais receber | nao desejo {receber,mais receber}
  nao gostaria de receber | nao preciso mais de | nao desejo | chega de
  n quero{, mais}{, receber} | n preciso de | nao preciso de
  nao {quero,desejo,pretendo,gostaria de} {mais ,continuar a ,}{receber,recebendo,ter}
  nao quero {continuar recebendo,mais ter,nenhuma,nenhum} | {estou,to} {cansad{o,a},fart{o,a}} de{, receber} | nao aceito | dispenso
  nenhum{,a} | nao autorizo | nao pretendo receber | nao preciso receber | recuso
write: entr{e,em,ar} {mais ,}em contato | escrev{a,am,as,er,endo,e} | contat{e,em,ar,es} | contact{e,em,ar,es} | respond{a,am,as,er}
  procur{e,em,ar} | incomod{e,em,ar,ando} | perturb{e,em,ar,ando} | convers{e,em,ar} | fal{e,em,ar} comigo | escrever me | contatar me
  entr{e,em,ar} em contato | dê resposta
  escrev{eis,endo me} | escrever{, me} | escreva{, m} me | escrevam me | contat{ando} | contact{ando,ar me,em me} | entrar em contacto
  entr{e,em,ar,a} {mais ,}em {contacto,ctt} | manda zap | text{ar,e,em,a} | chatei{e,em,ar} | chate{ar,ando} | incomod{a,es}
  perturb{a,es} | convers{ar,ando} | fal{ar,es,e,em}{, comigo} | comunic{ar,ando,a} | procur{a,ando} | importun{e,em,ar,ando}
  enche{r,ndo} o saco | mensagear | dig{a,am} | insist{a,am,ir} | escrevendo pra
call: lig{ue,uem,ar,ando,ues,a} | telefon{e,em,ar} | chame{,m} | chamar
  lig{ar me,uem me,ue me} | telefona | ligacoes
send: mand{e,em,ar,es,ando,a} | envi{e,em,ar,es,ando,a} | envia | mandar | passe{,m}
  mand{ando,arem,em me,e me,ar me} | mandar {me,mais} | envi{ando,arem,em me,e me,ar me} | encaminh{e,em,ar} | envie | manda{, me}
  reenvi{e,em}
message: mensag{em,ens} | msg{,s} | sms | texto{,s} | nada | mensagenzinha | zap | recado{,s} | mais nada | informacoes | torpedo{,s}
  mensagen | mensagens de {texto,vcs,voces} | mens | mensag | msn | msgn | torpedos
  {as,essas,estas,suas,tuas,vossas,mais,esse,este,nenhuma,outra,outras,novas} {mensagem,mensagens,msg,msgs,sms,textos} | zap zap | whats
  whatsapp | notificac{ao,oes} | avisos | alertas | comunicac{ao,oes} | propaganda | qualquer {coisa,mensagem} | contato | contatos
  contacto{,s} | essas coisas | isso aqui | informacao | spam
stopping: par{a,e,em,ar} de | par{a,e,em} com {as,essas,estas} | deix{a,e,em} de | ces{se,sem} de | quero que {parem,pare} de
  cancel{e,em} {as,essas,estas} | par{a,e,em} as | chega de
  par{a,e,em,ar} com | par{a,e,em} ja de | par{a,e,em} {por favor ,}de | {tem,tens,teem} que parar de
  {quero,gostaria} que {vc ,voce ,voces ,}{parem,pare,deixem,deixe} de | {podem,pode} parar {de,com} | deix{a,e,em,ar} {ja ,}de | chega de
  basta de | ces{sem,sar} | interromp{a,am} | suspend{a,am} | encerr{e,em} | favor parar {de,com} | acab{a,e,em} com | para de
again: mais | nunca mais | de novo | outra vez | novamente | ja | nunca | nem mais | por favor nunca | daqui em diante | para sempre
  daqui {em diante,pra frente,para frente} | a partir de {agora,hoje} | nem mais uma vez | futuramente | definitivamente | mais nunca | +
  de jeito nenhum | em hipotese alguma | mais vezes | nunka
here: para este {numero,telefone,celular} | pra este {numero,celular} | pra esse {numero,celular} | para esse {numero,celular} | aqui
  neste {numero,telefone} | nesse {numero,telefone} | por aqui | este numero | esse numero | no meu {numero,celular,telefone}
  para o meu {numero,celular} | pro meu {numero,celular}
  aqui | para {este,esse} {numero,telefone,celular,telemovel} | pra {este,esse,ca} {numero,telefone,celular}{,} | pra ca | para ca
  por aqui | neste {numero,telefone,celular} | nesse {numero,telefone} | no meu {celular,telefone,numero,whats,zap}
  pro meu {celular,telefone,numero} | {este,esse,meu} {numero,celular,telefone} | por {sms,mensagem,whatsapp,zap}
me: me | mim | para mim | pra mim | a mim | nos | as | essas | estas | suas | tantas | comigo | com | nenhuma | de | a | o | esse tipo de
  eu | voces | voce | isso | essa | te | para | pra | conosco
  mim | comigo | para mim | pra mim | conosco | nos | os | as | a | o | pra | para | com | do | da | dos | de | voces | voce | vc | vcs
  vosso | vossas | suas | sua | tua | teu | seu | essa | essas | esse | esses | isso | tantas | tanta | muitas | mais | qualquer | outras
  que | eu | te | um | uma | tudo | minha | pelo | receber | assim | em | no
or: ou | nem | e
remove: tir{a,e,em} | remov{a,am,e} | apag{ue,uem,a} | exclu{a,am} | retir{e,em} | me {tira,tire,tirem,remova,removam,exclua}
  delet{e,em,a}
  remov{a,am,er,e} | tir{a,e,em,ar}{, me} | apag{a,ue,uem,ar} | exclu{a,am,ir,i} | delet{e,em,a,ar} | retir{e,em,a,ar}{, me}
  elimin{e,em,ar,a} | cancel{e,em,a} | risqu{e,em} | esquec{a,am,e}
list: da {lista,sua lista,vossa lista} | da tua lista | desta lista | dessa lista | do {sistema,cadastro} | meu {numero,contato}
  o meu numero | meu numero da {lista,sua lista} | o meu numero da {lista,vossa lista,sua lista} | deste cadastro
  {o ,}{meu,este,esse} {numero,contato,contacto,telefone,nome,num,celular,telemovel} | {da,desta,dessa} {sua ,vossa ,tua ,}{lista,base}
  {do,deste} {seu ,vosso ,}{sistema,cadastro,banco de dados} | {dos,de} {seus ,}contatos | da {base de dados,agenda} | meus dados | dai
  me dai
polite: por favor | pfv | pf | pfvr | por gentileza | obrigad{o,a} | muito obrigad{o,a} | obg | ola | oi | bom dia | boa {tarde,noite}
  desculp{a,e,em} | sim | bom | olha | olhe | valeu | tchau | adeus | senhor{,a,es} | gente | moc{o,a} | te peco | eu peco | peco
  por deus | favor | serio | so isso | amigo | obrigad{o,a} por tudo | obrigad{o,a} pela ajuda | nao obrigad{o,a} | agradeco | grat{o,a}
  mas | porem | entao | agradecid{o,a} | brigad{o,a} | mto obrigad{o,a} | obgd{o,a} | obgda | vlw | por obsequio | pfff | pff
  se faz favor | sff | faz favor | faca o favor | com licenca | com todo respeito | me desculp{e,em,a} | desculp{e,a} {o incomodo,ai}
  lamento | peco desculpa | peco perdao | perdao | pelo amor de deus | deus abencoe | fique com deus | amiga | irmao | irma | moco
  querid{o,a} | ta | ta bom | tudo bem | ok obrigad{o,a} | nao e nada pessoal | boa sorte | ate mais | passar bem | dona | doutor{,a} | e
  ja chega | ja
ask: pode{,m} | poderia{,m} | voces podem | voce pode | voces poderiam | da para | da pra | seria possivel | sera que podem
  pode me fazer o favor de | podem por favor | da pra voces | tem como | como faco para | como faco pra | poderias | podias | podiam
  dava para | faz o favor de | faca o favor de | vc pode | vcs podem
wrong: numero errado | e {engano,numero errado} | foi engano | engano | esse numero esta errado
  {voce,voces} {se enganou,se enganaram,esta enganado,errou,erraram}{, de numero, o numero} | pessoa errada
  nao {conheco,te conheco,conheco voces,sei quem e,sei quem sao} | nao tenho interesse | nao estou interessad{o,a}
  nao me interessa{, mais} | ligou errado | nao sou {eu,essa pessoa,quem procuram} | nao pedi {isso,nada} | me deix{a,e,em} em paz
  deix{a,e,em} me em paz | nao preciso {,mais ,mais de,de }{ajuda,nada} | este {numero,e o numero} {esta ,}errado
  {eu ,}nao {preciso ,precisa }{disso,disto,de nada disso,mais disso,mais disto,de ajuda,mais de ajuda}
  {vc,vcs,voce,voces} {errou,erraram,se enganou,se enganaram,ta enganado,esta errado}{, o numero, de numero, de pessoa}
  {eu ,}nao sou {a pessoa,esta pessoa,essa mulher,esse homem,ela,ele,quem {vc,voce,voces} {procura,procuram}} | pessoa errada
  contato errado | {e ,foi ,}{numero,contacto} errado | aqui nao {e,tem} {a maria,o joao,ninguem assim} | nao {te ,os ,vos }conheco
  enganou se{, no numero} | enganaram se{, no numero} | n sou {eu,essa pessoa} | nao quero {,mais ,a sua ,sua }ajuda
  nao me interess{a,o} | nao tenho mais interesse | n conheco{, voces, vc} | e outra pessoa | telefone errado | nao preciso{, mais}
wrong ask: quem {e,e voce,sao voces,fala} | por que me {escrevem,mandam mensagem} | como conseguiram meu numero
who: ele | ela | eles | elas | o meu {marido,patrao,namorado,chefe,pai,irmao}
  meu {marido,patrao,namorado,chefe,pai,esposo,irmao,companheiro,tio,ex} | minha {mulher,patroa,mae,familia,esposa,sogra} | alguem
  porque {ele,ela,eles,meu marido,meu patrao,meu namorado} | pois {ele,ela,meu marido} | se {ele,ela,meu marido} | o {patrao,chefe,homem}
  a patroa | senao {ele,ela}
  {o ,a ,}{meu,minha} {mulher,sogro,sogra,primo,prima,cunhado,gerente,dono,dona,ex marido,homem,encarregado} | os patroes | o dono
  as pessoas | outra{,s} pessoa{,s} | {pois ,que ,porque ,pq ,}o meu {marido,patrao} | pq {ele,ela,meu marido,meu patrao}
sees: ve | veem | le | leem | {olha,mexe,mexe no,fuca,checa,verifica,controla,vigia,monitora,usa,confere}{,m} | tem
  {vai,pode,vao,podem} {ver,ler,descobrir,olhar,pegar,ficar {bravo,com raiva}} | fica {bravo,com raiva,irritado} | descobr{e,ir}
  {vai me matar,me mata,me bate,vai me bater} se {vir,ver,ler,descobrir} | esta {vendo,lendo,olhando} | ta vendo | pegou
  {sempre ,}{ve,le,olha,mexe,usa,confere} | vigia | fica {vendo,olhando,lendo} | esta com | consegue {ver,ler}
  pode {ver,ler,olhar,descobrir} | ta {vendo,lendo,olhando} | acompanha | tem acesso a
phone: {meu,o meu,o,no meu,este} {celular,telefone,telemovel} | {minhas,as minhas,as} mensagens | isso | isto | tudo | celular | mensagens
  todo dia | sempre
  {o ,}{meu,este,esse} {cel,fone,aparelho,telemovel,numero,zap,whatsapp} | no {meu ,}{celular,telefone,telemovel}
  o {celular,telefone,telemovel} | minhas msgs | as mensagens
reason: porque | pois | e {perigoso,arriscado}{, para mim, pra mim}
  nao e {seguro,meu telefone,meu celular,meu numero}{, para mim, pra mim} | esse {celular,telefone} nao e meu
  este {celular,telefone,telemovel} nao e meu
  {estou,to} {com medo,trabalhando,ocupad{o,a},dormindo,bem,seguro,segura,a trabalhar,no trabalho}{, agora} | tenho medo
  ja {estou bem,resolvi,mudei de ideia} | mudei de {ideia,opiniao} | vou {bloquear,denunciar}{, voces, voce}
  divido {o,este} {celular,telefone} | posso ter problemas | vou ter problemas | da problema{, pra mim} | me custa dinheiro
  esta me incomodando
  {este,esse,o} {numero,telefone} {nao e meu,e do meu {marido,patrao},e de outra pessoa,e emprestado,e compartilhado,e partilhado}
  {este,esse,o} {numero,telefone} {nao e meu,e do meu {filho,chefe},e de outra pessoa,e emprestado,e compartilhado,e partilhado}
  {este,esse,o} {celular,telemovel} {nao e meu,e do meu {marido,patrao},e de outra pessoa,e emprestado,e compartilhado,e partilhado}
  {este,esse,o} {celular,telemovel} {nao e meu,e do meu {filho,chefe},e de outra pessoa,e emprestado,e compartilhado,e partilhado}
  nao e {o ,}meu {celular,telefone,numero,telemovel} | nao e meu | nao e seguro{, aqui, agora} | nao quero {problema,problemas,confusao}
  da confusao | vai dar {problema,confusao,ruim} | {estou,to} {cansad{o,a},no servico,em seguranca}
  ja {consegui ajuda,tenho ajuda,tenho trabalho,me ajudaram} | sao muitas mensagens | muitas mensagens | ta {chato,demais}
  isso {me ,}incomoda | {voces,vcs} {me ,}incomodam | senao {eu ,}{bloqueio,vou bloquear,denuncio} | ou {eu ,}bloqueio
  {eu ,}{vou ,}bloque{ar,io}{, voces, vcs} | troquei de numero | mudei de numero | gasta meu credito | por seguranca
start: comecar | recomecar | retomar | iniciar | reiniciar | voltar | {quero,gostaria de} {voltar,recomecar,comecar,receber mensagens}
  {quero,gostaria de} {voltar a receber mensagens,receber mensagens de novo,continuar,me inscrever}
  {podem,pode} {,voltar a }{escrever,me escrever,me mandar mensagens,mandar mensagens}{, de novo, outra vez, novamente} | inscrever
  comeca | comece{,m} | ativar | reativar | voltem a {me ,}escrever | escrevam de novo | me escrevam de novo | mandem mensagens de novo
  quero que {me escrevam,voltem a escrever}{, de novo}
  {eu ,}{quero,gostaria de} {comecar,recomecar,voltar,me inscrever,me cadastrar,reativar,retomar}{, de novo, novamente, outra vez}
  voltar a receber {as ,}{mensagens,msgs,sms} | {me ,}{cadastra,cadastre,cadastrem,inscreva,inscrevam}{, de novo, novamente}
  retomar {as ,}mensagens | continuar | continue{,m} | desbloque{ar,ia,ie,iem}{, me} | reinscrever | subscrever | {eu ,}voltei
  comecar {de novo,novamente} | reativ{e,em,a} | recomec{e,em,a} | me coloc{a,a,em} de volta{, na lista}
  quero {mensagens,as mensagens,msgs} de novo
help: ajuda | me ajud{a,e,em} | ajud{em,e,a} me | ajuda me | preciso de {,uma ,sua ,muita }ajuda{, urgente, agora} | socorro
  {podem,pode,poderia,poderiam,alguem pode} {,me }ajudar{,  me} | {podem,pode} ajudar me | quero ajuda | me salv{a,e,em} | urgente
  emergencia | alguem me ajud{a,e} | ajuda {por favor,urgente} | preciso de socorro | peco ajuda | alguem me ajuda
  {eu ,}preciso {de ,da ,}{sua ,vossa ,uma ,}ajuda {urgente,agora,por favor,ja,rapido} | {eu ,}preciso que me ajud{e,em}
  {preciso,quero} ser ajudad{o,a} | {por favor ,}{me ,}ajud{a,e,em} {aqui,por favor,gente,urgente} | socorr{a,am} me | me socorr{a,am}
  acudam | me acode | alguem {pode ,}{me ,}ajuda{, por favor, r, r me} | nos ajud{e,em} | peco socorro | help me | alguem ajuda
  necessito {de ,}ajuda
block: nao {pare,parem,deixe,deixem,para} de
  me {mande,mandem,manda} {de volta,pra,para} | nao me {mande,mandem,manda} {de volta,embora,pra casa,para} | nao desist{a,am}
  {voce,voces,vc,vcs} nao {me ,}{escreve,escrevem,responde,respondem,manda,mandam,contata} | eu nao {escrevo,respondo}
again anew: de novo | outra vez | novamente | mais uma vez
anew: {voltar,voltem,volte,volta} a | voltarem a | volt{ar,em,e} | recomec{ar,em,e} a | continu{ar,e,em,a} a | continuem | retom{em,e,ar}
  ja
  agora
may: {ja ,agora ,}{vc ,vcs ,voce ,voces ,}{pode,podem,podes}{, ja, voltar a, agora} | {ja ,agora }e seguro | autorizo | aceito que
  quero que {vc ,voce ,voces ,}{me ,} | esta liberado | tudo bem se
want: {eu ,}{quero,gostaria de,desejo,queria}{, voltar a, receber, continuar a receber, continuar recebendo} | quero {as,mais}
  preciso de
now: agora | hoje
"""
