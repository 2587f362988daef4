"""Portuguese."""

TABLE = """
stop: parar | pare | parem | cancele | cancelem | cancelar | descadastrar | desinscrever | descadastre | descadastrar me
  quero {cancelar,sair da lista,me descadastrar,parar de receber mensagens,parar de receber} | chega de {mensagens,mensagem,sms}
  nao mais mensagens | sem mais mensagens | parar mensagens | cancelar {inscricao,assinatura,mensagens}
  nao quero mais {contato,falar com voces,falar com voce} | me {tira,tire,tirem} da lista
not: nao | nunca | nunca mais | nao quero que | nao quero mais que | ja nao quero que | prefiro que nao | que nao | nao e pra | nao e para
  nao precisa mais | favor nao | nao volte{,m} a | nao fique{,m} | peco que nao | gostaria que nao | jamais | nao me
nomore: nao quero | nao quero mais | nao quero receber | nao quero mais receber | nao desejo {receber,mais receber}
  nao gostaria de receber | nao preciso mais de | nao desejo | chega de
write: entr{e,em,ar} {mais ,}em contato | escrev{a,am,as,er,endo,e} | contat{e,em,ar,es} | contact{e,em,ar,es} | respond{a,am,as,er}
  procur{e,em,ar} | incomod{e,em,ar,ando} | perturb{e,em,ar,ando} | convers{e,em,ar} | fal{e,em,ar} comigo | escrever me | contatar me
  entr{e,em,ar} em contato | dê resposta
call: lig{ue,uem,ar,ando,ues,a} | telefon{e,em,ar} | chame{,m} | chamar
send: mand{e,em,ar,es,ando,a} | envi{e,em,ar,es,ando,a} | envia | mandar | passe{,m}
message: mensag{em,ens} | msg{,s} | sms | texto{,s} | nada | mensagenzinha | zap | recado{,s} | mais nada | informacoes | torpedo{,s}
stopping: par{a,e,em,ar} de | par{a,e,em} com {as,essas,estas} | deix{a,e,em} de | ces{se,sem} de | quero que {parem,pare} de
  cancel{e,em} {as,essas,estas} | par{a,e,em} as | chega de
again: mais | nunca mais | de novo | outra vez | novamente | ja | nunca | nem mais | por favor nunca | daqui em diante | para sempre
here: para este {numero,telefone,celular} | pra este {numero,celular} | pra esse {numero,celular} | para esse {numero,celular} | aqui
  neste {numero,telefone} | nesse {numero,telefone} | por aqui | este numero | esse numero | no meu {numero,celular,telefone}
  para o meu {numero,celular} | pro meu {numero,celular}
me: me | mim | para mim | pra mim | a mim | nos | as | essas | estas | suas | tantas | comigo | com | nenhuma | de | a | o | esse tipo de
  eu | voces | voce | isso | essa | te | para | pra | conosco
or: ou | nem | e
remove: tir{a,e,em} | remov{a,am,e} | apag{ue,uem,a} | exclu{a,am} | retir{e,em} | me {tira,tire,tirem,remova,removam,exclua}
  delet{e,em,a}
list: da {lista,sua lista,vossa lista} | da tua lista | desta lista | dessa lista | do {sistema,cadastro} | meu {numero,contato}
  o meu numero | meu numero da {lista,sua lista} | o meu numero da {lista,vossa lista,sua lista} | deste cadastro
polite: por favor | pfv | pf | pfvr | por gentileza | obrigad{o,a} | muito obrigad{o,a} | obg | ola | oi | bom dia | boa {tarde,noite}
  desculp{a,e,em} | sim | bom | olha | olhe | valeu | tchau | adeus | senhor{,a,es} | gente | moc{o,a} | te peco | eu peco | peco
  por deus | favor | serio | so isso | amigo | obrigad{o,a} por tudo | obrigad{o,a} pela ajuda | nao obrigad{o,a} | agradeco | grat{o,a}
ask: pode{,m} | poderia{,m} | voces podem | voce pode | voces poderiam | da para | da pra | seria possivel | sera que podem
wrong: numero errado | e {engano,numero errado} | foi engano | engano | esse numero esta errado
  {voce,voces} {se enganou,se enganaram,esta enganado,errou,erraram}{, de numero, o numero} | pessoa errada
  nao {conheco,te conheco,conheco voces,sei quem e,sei quem sao} | nao tenho interesse | nao estou interessad{o,a}
  nao me interessa{, mais} | ligou errado | nao sou {eu,essa pessoa,quem procuram} | nao pedi {isso,nada} | me deix{a,e,em} em paz
  deix{a,e,em} me em paz | nao preciso {,mais ,mais de,de }{ajuda,nada} | este {numero,e o numero} {esta ,}errado
wrong ask: quem {e,e voce,sao voces,fala} | por que me {escrevem,mandam mensagem} | como conseguiram meu numero
who: ele | ela | eles | elas | o meu {marido,patrao,namorado,chefe,pai,irmao}
  meu {marido,patrao,namorado,chefe,pai,esposo,irmao,companheiro,tio,ex} | minha {mulher,patroa,mae,familia,esposa,sogra} | alguem
  porque {ele,ela,eles,meu marido,meu patrao,meu namorado} | pois {ele,ela,meu marido} | se {ele,ela,meu marido} | o {patrao,chefe,homem}
  a patroa | senao {ele,ela}
sees: ve | veem | le | leem | {olha,mexe,mexe no,fuca,checa,verifica,controla,vigia,monitora,usa,confere}{,m} | tem
  {vai,pode,vao,podem} {ver,ler,descobrir,olhar,pegar,ficar {bravo,com raiva}} | fica {bravo,com raiva,irritado} | descobr{e,ir}
  {vai me matar,me mata,me bate,vai me bater} se {vir,ver,ler,descobrir} | esta {vendo,lendo,olhando} | ta vendo | pegou
phone: {meu,o meu,o,no meu,este} {celular,telefone,telemovel} | {minhas,as minhas,as} mensagens | isso | isto | tudo | celular | mensagens
  todo dia | sempre
reason: porque | pois | e {perigoso,arriscado}{, para mim, pra mim}
  nao e {seguro,meu telefone,meu celular,meu numero}{, para mim, pra mim} | esse {celular,telefone} nao e meu
  este {celular,telefone,telemovel} nao e meu
  {estou,to} {com medo,trabalhando,ocupad{o,a},dormindo,bem,seguro,segura,a trabalhar,no trabalho}{, agora} | tenho medo
  ja {estou bem,resolvi,mudei de ideia} | mudei de {ideia,opiniao} | vou {bloquear,denunciar}{, voces, voce}
  divido {o,este} {celular,telefone} | posso ter problemas | vou ter problemas | da problema{, pra mim} | me custa dinheiro
  esta me incomodando
start: comecar | recomecar | retomar | iniciar | reiniciar | voltar | {quero,gostaria de} {voltar,recomecar,comecar,receber mensagens}
  {quero,gostaria de} {voltar a receber mensagens,receber mensagens de novo,continuar,me inscrever}
  {podem,pode} {,voltar a }{escrever,me escrever,me mandar mensagens,mandar mensagens}{, de novo, outra vez, novamente} | inscrever
  comeca | comece{,m} | ativar | reativar | voltem a {me ,}escrever | escrevam de novo | me escrevam de novo | mandem mensagens de novo
  quero que {me escrevam,voltem a escrever}{, de novo}
help: ajuda | me ajud{a,e,em} | ajud{em,e,a} me | ajuda me | preciso de {,uma ,sua ,muita }ajuda{, urgente, agora} | socorro
  {podem,pode,poderia,poderiam,alguem pode} {,me }ajudar{,  me} | {podem,pode} ajudar me | quero ajuda | me salv{a,e,em} | urgente
  emergencia | alguem me ajud{a,e} | ajuda {por favor,urgente} | preciso de socorro | peco ajuda | alguem me ajuda
block: nao {pare,parem,deixe,deixem,para} de
"""
